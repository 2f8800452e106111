package app.parlance.desktop.transcript;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A conversation as one read-only text: Markdown drawn, growing answers followed, selectable across messages. */
public final class Transcript {
    private final StackPane node = new StackPane();

    /** On the FX thread, like every method that does not say otherwise. */
    public Transcript(TranscriptActions actions) { }

    /** The node to put into the pane; always the same one. */
    public Region node() { return node; }

    /** Replaces everything that is shown; what the present and the new messages begin with in common stays as it is. */
    public void show(List<Entry> entries) { }

    /** Appends an answer that will grow by {@link #append}. */
    public void beginAnswer(Entry entry) { }

    /** Adds text to the growing answer. On any thread; shown within a frame or two. */
    public void append(String text) { }

    /** Ends the growing answer: what waits is shown, then the entry's own text, figures and state. */
    public void finish(Entry entry) { }

    /** A faint line in place of a growing answer that has no text yet; empty for a caret block alone. */
    public void setStatus(String text) { }

    /** Scrolls to a message and lights up each of the words in it (case and accents do not count). */
    public void jumpTo(long messageId, String words) { }

    /** The Markdown source of what is selected; empty where nothing is. */
    public String selectionAsMarkdown() { return ""; }

    /** Puts {@link #selectionAsMarkdown} on the clipboard, as Ctrl+C does. */
    public void copySelection() { }

    /** How long each drawing of streamed text took on the FX thread, oldest first, the last 10,000. */
    public List<Long> flushNanos() { return List.of(); }

    /**
     * One message as it is shown.
     *
     * @param byline   the model's name, shown beside an answer's author
     * @param branch   which of its siblings this message is, from 1
     * @param branches how many siblings there are, itself included
     * @param figures  a ready line such as "214 tokens · 20.4 ms/token", or empty
     */
    public record Entry(long id, Role role, String markdown, String byline, int branch, int branches, String figures,
                        State state) { }

    /** Who wrote a message. */
    public enum Role { USER, ASSISTANT }

    /** How a message ended, if it did. Anything but WHOLE and STREAMING offers to continue it. */
    public enum State { WHOLE, STREAMING, STOPPED, CUT, INTERRUPTED }
}
