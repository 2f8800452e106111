package app.parlance.desktop.mode;

import app.parlance.desktop.models.BriefName;
import app.parlance.desktop.widget.Sizes;
import app.parlance.desktop.widget.Texts;
import app.parlance.measure.superglue.SuperGlue;
import app.parlance.mode.Mode;
import app.parlance.mode.Modes;
import app.parlance.mode.Plan;
import app.parlance.mode.Price;
import java.util.ArrayList;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Modes in words. */
public final class ModeWords {
    static final Texts TEXTS = Texts.of(ModeWords.class);

    private ModeWords() { }

    public static String name(Mode mode) {
        return TEXTS.get("mode." + mode);
    }

    /** The key that chooses a mode: Alt+1 to Alt+4, for Ctrl with a digit opens a pane. */
    static KeyCombination key(Mode mode) {
        return new KeyCodeCombination(KeyCode.getKeyCode(String.valueOf(mode.ordinal() + 1)), KeyCombination.ALT_DOWN);
    }

    /** For example {@code 44 ms/token}. */
    public static String millisPerToken(double millis) {
        return TEXTS.get("price.speed", millis);
    }

    /** A model and the mode that it answered in, as it stands over an answer; the model alone where there was no mode. */
    public static String byline(String model, String mode) {
        var brief = BriefName.of(model);
        return Modes.named(mode).map(each -> TEXTS.get("byline", brief, name(each))).orElse(brief);
    }

    /** For example {@code 44 ms/token · 1.3 GB · 71 % BoolQ}; empty where the speed was not measured yet. */
    static Optional<String> line(Price price) {
        return price.speed().map(speed -> {
            var parts = new ArrayList<String>();
            parts.add(millisPerToken(speed.millisPerToken()));
            parts.add(Sizes.bytes(speed.residentBytes() > 0 ? speed.residentBytes() : price.fit().need().total()));
            price.accuracy().ifPresent(accuracy -> parts.add(TEXTS.get("price.accuracy", accuracy.accuracy(), SuperGlue.of(accuracy.task()).map(SuperGlue::title).orElse(accuracy.task()))));
            return String.join(" · ", parts);
        });
    }

    /** A mode's name, and what it costs where that was measured. */
    static String withCost(Mode mode, ModeModel.Known known) {
        return Optional.ofNullable(known.prices().get(mode)).flatMap(ModeWords::line).map(line -> TEXTS.get("byline", name(mode), line)).orElse(name(mode));
    }

    /** What a mode is, over several lines. */
    static String tip(Mode mode, ModeModel.Known known) {
        var price = known.prices().get(mode);
        var lines = new ArrayList<String>();
        lines.add(TEXTS.get("tip.first", TEXTS.get("tip." + mode), key(mode).getDisplayText()));
        if (price == null) {
            lines.add(TEXTS.get("tip.none"));
            return String.join("\n", lines);
        }
        if (mode == Mode.AUTO) {
            lines.add(known.lastAuto().map(last -> TEXTS.get("tip.auto.last", last.reason())).orElse(TEXTS.get("tip.auto.none")));
            return String.join("\n", lines);
        }
        lines.add(price.plan().reason());
        lines.add(setup(price.plan()));
        lines.add(line(price).orElse(TEXTS.get("tip.unmeasured", Sizes.bytes(price.fit().need().total()))));
        if (!price.advice().isEmpty()) lines.add(price.advice());
        return String.join("\n", lines);
    }

    private static String setup(Plan plan) {
        var effort = plan.effort();
        var words = TEXTS.get("tip.setup", plan.contextTokens(), plan.cache());
        if (effort.passages() > 0) words += " · " + TEXTS.get(effort.rerank() ? "tip.passages.ranked" : "tip.passages", effort.passages());
        return effort.review() ? words + " · " + TEXTS.get("tip.review") : words;
    }
}
