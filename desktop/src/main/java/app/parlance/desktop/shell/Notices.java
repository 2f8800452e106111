package app.parlance.desktop.shell;

import app.parlance.problem.ProblemException;

/** Short messages at the window's foot, one at a time; they go by themselves, problems stay until closed. Call on the JavaFX thread. */
public final class Notices {
    Notices() { }

    /** Says something that needs no answer. */
    public void say(String text) {
    }

    /** Says something and offers one thing to do about it, for example Undo. */
    public void offer(String text, String action, Runnable run) {
        offer(text, action, run, () -> { });
    }

    /**
     * As {@link #offer(String, String, Runnable)}.
     *
     * @param gone runs once when the offer has ended unused: its time was over, it was closed, or another notice took its place
     */
    public void offer(String text, String action, Runnable run, Runnable gone) {
    }

    /** Says what went wrong and what to do; stays until it is closed or another notice comes. */
    public void problem(ProblemException problem) {
    }

    /** As {@link #problem(ProblemException)}, with a button that does what helps. */
    public void problem(ProblemException problem, String action, Runnable run) {
    }
}
