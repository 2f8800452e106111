package app.parlance.cli;

import app.parlance.app.Parlance;
import app.parlance.engine.llama.LlamaEngines.Preference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A start of the program that opens its window: the arguments name no command, and there is a display. */
public record WindowStart(Optional<Preference> engine) {
    private static final String ENGINE = "--engine";

    /** Empty where these arguments are for the command line, be it only to say what is wrong with them. */
    public static Optional<WindowStart> of(String[] args, Map<String, String> environment) {
        if (!TerminalStart.hasDisplay(environment)) return Optional.empty();
        var words = new ArrayList<>(List.of(args));
        words.remove("--fetch-starter");
        if (words.isEmpty()) return Optional.of(new WindowStart(Optional.empty()));
        if (words.size() == 1 && words.getFirst().startsWith(ENGINE + "=")) return told(words.getFirst().substring(ENGINE.length() + 1));
        return words.size() == 2 && words.getFirst().equals(ENGINE) ? told(words.getLast()) : Optional.empty();
    }

    private static Optional<WindowStart> told(String word) {
        return Preference.of(word).map(preference -> new WindowStart(Optional.of(preference)));
    }

    /** To be called before the window is made. */
    public void applyTo(Parlance parlance) {
        engine.ifPresent(parlance::prefer);
    }
}
