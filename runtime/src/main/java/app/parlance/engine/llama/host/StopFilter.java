package app.parlance.engine.llama.host;

import java.util.List;

/** Lets text through up to the first stop text, and holds back what may become one. */
public final class StopFilter {
    private final List<String> stops;
    private final StringBuilder held = new StringBuilder();
    private boolean stopped;

    public StopFilter(List<String> stops) {
        this.stops = stops.stream().filter(stop -> !stop.isEmpty()).toList();
    }

    /** What can be shown now; after a stop text nothing more can. */
    public String accept(String text) {
        if (stopped) return "";
        held.append(text);
        int stop = stops.stream().mapToInt(held::indexOf).filter(at -> at >= 0).min().orElse(-1);
        stopped = stop >= 0;
        return release(stopped ? stop : held.length() - possibleStart());
    }

    /** What was held back in vain, at the end of the text. */
    public String rest() {
        return stopped ? "" : release(held.length());
    }

    public boolean isStopped() {
        return stopped;
    }

    private String release(int length) {
        String text = held.substring(0, length);
        held.delete(0, length);
        return text;
    }

    /** The length of the longest end of the held text with which a stop text begins. */
    private int possibleStart() {
        int longest = 0;
        for (String stop : stops) {
            for (int length = Math.min(stop.length() - 1, held.length()); length > longest; length--) {
                if (stop.startsWith(held.substring(held.length() - length))) longest = length;
            }
        }
        return longest;
    }
}
