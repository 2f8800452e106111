package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.desktop.widget.Badge;
import app.parlance.desktop.widget.Buttons;
import app.parlance.desktop.widget.Dialogs;
import app.parlance.desktop.widget.Icons;
import app.parlance.desktop.widget.Labels;
import app.parlance.desktop.widget.Sizes;
import app.parlance.natives.Natives;
import app.parlance.natives.NativesState;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The newer runtime on one quiet card: what it would bring and Get, its progress, or that it is here; and what went wrong. */
final class RuntimeCard extends HBox {
    private final RuntimeModel model;
    private final Dialogs dialogs;
    private ProgressLine progress;
    /** What the nodes show, so that a look that finds nothing new does not take a button from under the mouse. */
    private List<?> shown = List.of();

    RuntimeCard(RuntimeModel model, Dialogs dialogs) {
        super(24);
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().addAll("card-box", "runtime-card");
        setId("runtime-card");
        setAlignment(Pos.CENTER_LEFT);
        model.factsProperty().subscribe(_ -> show());
        model.fetching().stateProperty().subscribe(state -> {
            if (state instanceof Transfer.State.Running running && progress != null) progress.show(running);
            else show();
        });
    }

    /** Puts the keyboard on what gets it. */
    void focusGet() {
        var get = lookup("#runtime-get");
        if (get != null) get.requestFocus();
    }

    private void show() {
        var facts = model.factsProperty().get();
        var state = model.fetching().state();
        var now = List.of(facts.newer(), facts.offer(), facts.newerRuns(), facts.newerRuns() ? facts.cpuLibrary() : facts.reason(), state);
        if (now.equals(shown)) return;
        shown = now;
        setVisible(facts != RuntimeFacts.UNREAD);
        setManaged(isVisible());
        boolean focused = getScene() != null && getScene().getFocusOwner() instanceof Button button && button.getParent() != null && lookupAll(".button").contains(button);
        progress = null;
        switch (state) {
            case Transfer.State.Running running -> showFetching(running);
            case Transfer.State.Failed failed -> show(TEXTS.get("runtime.brings"), offered(facts), List.of(problem(failed.problem().full())),
                    List.of(licence(), get("retry")), Badge.Tone.PLAIN, "");
            case Transfer.State.Idle _, Transfer.State.Paused _ -> showState(facts);
        }
        if (!focused) return;
        focusGet();
        if (lookup("#runtime-get") == null) lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
    }

    private void showState(RuntimeFacts facts) {
        switch (facts.newer()) {
            case NativesState.Ready ready -> {
                var buttons = new ArrayList<Node>(List.of(licence()));
                if (ready.origin() == NativesState.Origin.FETCHED) buttons.add(remove(ready));
                show(facts.newerRuns() ? "" : facts.reason(), here(facts, ready), List.of(), buttons,
                        facts.newerRuns() ? Badge.Tone.GOOD : Badge.Tone.PLAIN, TEXTS.get(facts.newerRuns() ? "runtime.used" : "runtime.unused"));
            }
            case NativesState.Refused(var reason, var remedy) -> {
                boolean again = facts.offer().isPresent();
                show(again ? reason : reason + " " + remedy, "", List.of(), again ? List.of(licence(), get("runtime.again")) : List.of(), Badge.Tone.BAD,
                        TEXTS.get("runtime.refused"));
            }
            case NativesState.Missing(var reason, var remedy) -> {
                if (facts.offer().isPresent()) show(TEXTS.get("runtime.brings"), offered(facts), List.of(), List.of(licence(), get("get")), Badge.Tone.PLAIN, "");
                else show(remedy.isEmpty() ? reason : reason + " " + remedy, "", List.of(), List.of(), Badge.Tone.PLAIN, "");
            }
        }
    }

    private void showFetching(Transfer.State.Running running) {
        var stop = Icons.button(Feather.X, TEXTS.get("runtime.stop"), model::stop);
        stop.setId("runtime-stop");
        progress = new ProgressLine(TEXTS.get("runtime"), false, stop);
        progress.show(running);
        show("", "", List.of(progress), List.of(), Badge.Tone.PLAIN, "");
    }

    private void show(String sentence, String facts, List<Node> more, List<Node> buttons, Badge.Tone tone, String badge) {
        var head = new HBox(8, Labels.line(TEXTS.get("runtime"), "card-title"));
        head.setAlignment(Pos.CENTER_LEFT);
        if (!badge.isEmpty()) head.getChildren().add(new Badge(badge, tone));
        var words = new VBox(5, head);
        if (!sentence.isEmpty()) words.getChildren().add(Labels.paragraph(sentence, "muted"));
        if (!facts.isEmpty()) words.getChildren().add(Labels.paragraph(facts, "faint"));
        words.getChildren().addAll(more);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var right = new HBox(8);
        right.getChildren().addAll(buttons);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(words, right);
        setAccessibleText(TEXTS.get("card.accessible", TEXTS.get("runtime"), sentence));
    }

    private static String offered(RuntimeFacts facts) {
        return facts.offer().map(offer -> TEXTS.get("runtime.offer", Sizes.bytes(offer.packedBytes()), Sizes.bytes(offer.bytes()), facts.licence(),
                facts.newerLlamaCpp(), facts.version())).orElse("");
    }

    private static String here(RuntimeFacts facts, NativesState.Ready ready) {
        var library = facts.newerRuns() && !facts.cpuLibrary().isEmpty() ? TEXTS.get("runtime.library", facts.cpuLibrary()) : "";
        return TEXTS.get("runtime.here", ready.llamaCpp(), library, Sizes.bytes(ready.platform().bytes()), facts.licence(), TEXTS.get("runtime.origin." + ready.origin()));
    }

    private Button get(String word) {
        var get = word.equals("get") ? Buttons.accent(TEXTS.get(word), model::get) : Buttons.plain(TEXTS.get(word), model::get);
        get.setId("runtime-get");
        get.setAccessibleText(TEXTS.get("get.accessible", TEXTS.get("runtime")));
        return get;
    }

    private Button licence() {
        var licence = Buttons.plain(TEXTS.get("runtime.licence"), () -> dialogs.show(TEXTS.get("runtime.licence.title"), Labels.paragraph(Natives.licenceText(), "muted")));
        licence.setId("runtime-licence");
        licence.setAccessibleText(TEXTS.get("runtime.licence.title"));
        licence.getStyleClass().add("flat");
        return licence;
    }

    private Button remove(NativesState.Ready ready) {
        var remove = Buttons.plain(TEXTS.get("runtime.remove"), () -> dialogs.confirm(TEXTS.get("runtime.remove.ask"),
                TEXTS.get("runtime.remove.text", Sizes.bytes(ready.platform().bytes())), TEXTS.get("runtime.remove"), model::remove));
        remove.setId("runtime-remove");
        remove.setAccessibleText(TEXTS.get("runtime.remove.accessible"));
        return remove;
    }

    private static Node problem(String text) {
        var label = Labels.paragraph(text, "problem-text");
        label.setId("runtime-problem");
        return label;
    }
}
