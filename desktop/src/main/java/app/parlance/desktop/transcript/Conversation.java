package app.parlance.desktop.transcript;

import app.parlance.desktop.markdown.Line;
import app.parlance.desktop.transcript.Transcript.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The messages that are shown, each with its lines, in step with the text area. Draws again only what has changed. */
final class Conversation {
    private final TranscriptArea area;
    private final SidewaysBlocks blocks;
    private final List<Shown> messages = new ArrayList<>();

    /** A message with its lines as they stand in the area. */
    record Shown(Entry entry, List<Line> lines) {
        /** A message that gets its lines later. (Every message has some: that of its actions, if no other.) */
        static Shown later(Entry entry) { return new Shown(entry, List.of()); }

        boolean isLater() { return lines.isEmpty(); }
    }

    Conversation(TranscriptArea area, SidewaysBlocks blocks) {
        this.area = area;
        this.blocks = blocks;
    }

    int size() { return messages.size(); }

    Shown get(int index) { return messages.get(index); }

    /** Which message has this id, or -1. */
    int indexOf(long id) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).entry().id() == id) return i;
        }
        return -1;
    }

    /** The line that a message begins at. */
    int firstLine(int message) {
        int line = 0;
        for (int i = 0; i < message; i++) line += messages.get(i).lines().size();
        return line;
    }

    /** Puts messages in place of those from {@code from} on. */
    void replaceFrom(int from, List<Shown> shown) {
        var kept = shown.stream().map(s -> s.entry().id()).collect(Collectors.toSet());
        for (var old : messages.subList(from, messages.size())) {
            if (!kept.contains(old.entry().id())) blocks.forget(old.entry().id());
        }
        replace(from, messages.size(), shown);
    }

    /** The messages that get their lines later, oldest first. */
    List<Entry> later() { return messages.stream().filter(Shown::isLater).map(Shown::entry).toList(); }

    /** Gives messages their lines; those that do not wait for them stay as they are. */
    void fill(List<Shown> filled) {
        var lines = filled.stream().collect(Collectors.toMap(s -> s.entry().id(), s -> s));
        int from = messages.size();
        int to = 0;
        var all = new ArrayList<>(messages);
        for (int i = 0; i < messages.size(); i++) {
            var shown = messages.get(i).isLater() ? lines.get(messages.get(i).entry().id()) : null;
            if (shown == null) continue;
            all.set(i, shown);
            from = Math.min(from, i);
            to = i + 1;
        }
        if (from < to) replace(from, to, all.subList(from, to));
    }

    private void replace(int from, int to, List<Shown> shown) {
        var old = messages.subList(from, to);
        exchange(firstLine(from), lines(old), lines(shown));
        old.clear();
        messages.addAll(from, shown);
    }

    private static List<Line> lines(List<Shown> messages) { return messages.stream().flatMap(m -> m.lines().stream()).toList(); }

    /** Puts a message with other lines in this one's place. */
    void replace(int index, Shown shown) {
        exchange(firstLine(index), messages.get(index).lines(), shown.lines());
        messages.set(index, shown);
    }

    /** Puts lines in place of the last message's from its {@code settled}th on. */
    void replaceTail(int settled, List<Line> lines) {
        var last = messages.getLast();
        int first = area.lineCount() - 1 - (last.lines().size() - settled);
        exchange(first, last.lines().subList(settled, last.lines().size()), lines);
        var all = last.lines() instanceof ArrayList<Line> own ? own : new ArrayList<>(last.lines());
        all.subList(settled, all.size()).clear();
        all.addAll(lines);
        messages.set(messages.size() - 1, new Shown(last.entry(), all));
    }

    /** Exchanges lines, but leaves those alone that both begin or end with. */
    private void exchange(int at, List<Line> before, List<Line> after) {
        int same = 0;
        int shorter = Math.min(before.size(), after.size());
        while (same < shorter && before.get(same).equals(after.get(same))) same++;
        int tail = 0;
        while (tail < shorter - same && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) tail++;
        var fresh = after.subList(same, after.size() - tail);
        blocks.include(fresh);
        area.replaceLines(at + same, at + before.size() - tail, fresh);
    }
}
