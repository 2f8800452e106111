package app.parlance.desktop.transcript;

import app.parlance.desktop.transcript.Conversation.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/**
 * Opens a long conversation at its end: what a reader sees first is set at once, older messages in the background, the
 * last of them first, and put into the text in a few slices. For the FX thread.
 */
final class Backfill {
    /** Characters of Markdown that are set at once: some screens of them. */
    private static final int AT_ONCE = 10_000;
    /** Few and large, since RichTextFX makes all nodes in view anew when lines come in above. */
    private static final int SLICE = 600_000;

    private final Conversation conversation;
    private final MessageLines messageLines;
    private volatile Thread filling;

    Backfill(Conversation conversation, MessageLines messageLines) {
        this.conversation = conversation;
        this.messageLines = messageLines;
    }

    /** Shows these messages from the {@code same}th on, the oldest of which get their lines later. */
    void show(List<Transcript.Entry> entries, int same) {
        filling = null;
        int first = entries.size();
        for (int room = AT_ONCE; first > same && (room > 0 || first == entries.size()); ) room -= entries.get(--first).markdown().length();
        var shown = new ArrayList<Shown>();
        for (int i = same; i < entries.size(); i++) shown.add(i < first ? Shown.later(entries.get(i)) : set(entries.get(i)));
        conversation.replaceFrom(same, shown);
        var later = conversation.later();
        if (later.isEmpty()) return;
        filling = Thread.ofVirtual().unstarted(() -> fill(later));
        filling.start();
    }

    /** Sets now what would have come later. */
    void complete() {
        filling = null;
        conversation.fill(conversation.later().stream().map(this::set).toList());
    }

    private Shown set(Transcript.Entry entry) { return new Shown(entry, messageLines.of(entry)); }

    private void fill(List<Transcript.Entry> later) {
        for (int to = later.size(); to > 0 && filling == Thread.currentThread(); ) {
            int from = to;
            for (int room = SLICE; from > 0 && room > 0; ) room -= later.get(--from).markdown().length();
            put(later.subList(from, to).stream().map(this::set).toList());
            to = from;
        }
    }

    /** Waits until the slice is drawn, so that slices do not pile up before the frames. */
    private void put(List<Shown> slice) {
        var filler = Thread.currentThread();
        var drawn = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                if (filling == filler) conversation.fill(slice);
            } finally {
                drawn.countDown();
            }
        });
        try {
            drawn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }
}
