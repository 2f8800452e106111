package app.parlance.desktop.shell;

import app.parlance.desktop.widget.Icons;
import app.parlance.desktop.widget.Texts;
import app.parlance.desktop.widget.Prose;
import app.parlance.problem.ProblemException;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Short messages over the panes, one at a time; they go by themselves, problems stay until closed. Call on the JavaFX thread. */
public final class Notices {
    private static final Texts TEXTS = Texts.of(Notices.class);
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    private static final Duration STAY = Duration.seconds(8);
    private static final Runnable NOTHING = () -> { };

    private final Label text = new Label();
    private final Button action = new Button();
    private final Button close = Icons.button(Feather.X, TEXTS.get("notice.close"), this::clear);
    private final HBox bar = new HBox(12, text, action, close);
    private final PauseTransition time = new PauseTransition(STAY);
    private Runnable gone = NOTHING;

    Notices() {
        bar.setId("notice");
        bar.getStyleClass().add("notice");
        bar.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        bar.setVisible(false);
        Prose.label(text);
        text.setMaxWidth(560);
        text.setMinHeight(Region.USE_PREF_SIZE);
        action.setMinWidth(Region.USE_PREF_SIZE);
        time.setOnFinished(_ -> clear());
        bar.hoverProperty().subscribe(hover -> {
            if (time.getStatus() == javafx.animation.Animation.Status.STOPPED) return;
            if (hover) time.pause();
            else time.playFromStart();
        });
    }

    HBox node() {
        return bar;
    }

    /** Says something that needs no answer. */
    public void say(String message) {
        show(message, null, NOTHING, NOTHING, false);
    }

    /** Says something and offers one thing to do about it, for example Undo. */
    public void offer(String message, String does, Runnable run) {
        show(message, does, run, NOTHING, false);
    }

    /**
     * As {@link #offer(String, String, Runnable)}.
     *
     * @param unused runs once when the offer has ended unused: its time was over, it was closed, another notice took its place, or the window closes
     */
    public void offer(String message, String does, Runnable run, Runnable unused) {
        show(message, does, run, unused, false);
    }

    /** Says what went wrong and what to do; stays until it is closed or another notice comes. */
    public void problem(ProblemException problem) {
        show(problem.full(), null, NOTHING, NOTHING, true);
    }

    /** As {@link #problem(ProblemException)}, with a button that does what helps. */
    public void problem(ProblemException problem, String does, Runnable run) {
        show(problem.full(), does, run, NOTHING, true);
    }

    /** Takes the notice away, as if it had been closed. */
    public void clear() {
        end(gone);
    }

    private void show(String message, String does, Runnable run, Runnable unused, boolean problem) {
        clear();
        text.setText(message);
        bar.pseudoClassStateChanged(PROBLEM, problem);
        action.setVisible(does != null);
        action.setManaged(does != null);
        action.setText(does);
        action.setOnAction(_ -> end(run));
        gone = unused;
        bar.setAccessibleText(message);
        bar.setVisible(true);
        bar.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        if (!problem) time.playFromStart();
    }

    private void end(Runnable last) {
        time.stop();
        bar.setVisible(false);
        gone = NOTHING;
        last.run();
    }
}
