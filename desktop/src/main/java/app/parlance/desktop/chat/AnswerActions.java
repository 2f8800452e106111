package app.parlance.desktop.chat;

import app.parlance.desktop.shell.Shell;
import app.parlance.desktop.transcript.TranscriptActions;

/** What the buttons under a message do. */
record AnswerActions(ChatModel model, Shell shell) implements TranscriptActions {
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
}
