package app.parlance.desktop.chat;

import app.parlance.desktop.transcript.TranscriptActions;
import app.parlance.desktop.widget.Dialogs;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/**
 * What the buttons under a message, and links in it, do.
 *
 * @param browser opens an address outside the application
 */
record AnswerActions(ChatModel model, Dialogs dialogs, Consumer<String> browser) implements TranscriptActions {
    @Override
    public void copy(long message) {
        model.current().find(message).ifPresent(entry -> copyText(entry.markdown()));
    }

    @Override
    public void edit(long message) {
        model.current().edit(message);
    }

    @Override
    public void regenerate(long answer) {
        model.current().regenerate(answer);
    }

    @Override
    public void continueAnswer(long answer) {
        model.current().continueAnswer(answer);
    }

    @Override
    public void branch(long message, int delta) {
        model.current().showBranch(message, delta);
    }

    /** What a model writes may lead anywhere: the person sees the whole address and decides. */
    @Override
    public void openLink(String address) {
        dialogs.choose(Words.of("link.title"), address,
                new Dialogs.Choice(Words.of("link.open"), () -> browser.accept(address)),
                new Dialogs.Choice(Words.of("link.copy"), () -> copyText(address)));
    }

    private static void copyText(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
