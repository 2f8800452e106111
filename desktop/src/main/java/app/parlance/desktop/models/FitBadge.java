package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.desktop.widget.Badge;
import app.parlance.desktop.widget.Sizes;
import app.parlance.engine.CacheType;
import app.parlance.fit.Fit;
import app.parlance.fit.MemoryNeed;
import app.parlance.gguf.ModelShape;
import app.parlance.model.CatalogueEntry;
import app.parlance.model.StoredModel;
import app.parlance.variant.VariantPlan;
import java.util.Optional;
import javafx.scene.control.Tooltip;

/** Whether a model fits into what memory is free, with the numbers. */
final class FitBadge {
    /** The worker's own, and what computing takes, where nothing is known of a model but its file's size. */
    private static final long COARSE_WORKER = 300_000_000L;

    private FitBadge() { }

    static Badge of(CatalogueEntry entry, long free) {
        return badge(fit(entry, free), entry.model().shape().isEmpty());
    }

    static Badge of(StoredModel model, long free) {
        var shape = shape(model);
        return badge(new Fit(need(model.bytes(), shape), free), shape.isEmpty());
    }

    static Badge of(VariantPlan plan, long free) {
        var shape = shape(plan.source());
        return badge(new Fit(need(plan.bytes(), shape), free), shape.isEmpty());
    }

    static Fit fit(CatalogueEntry entry, long free) {
        return new Fit(need(entry.bytes(), entry.model().shape()), free);
    }

    /** What the cache of an encoder takes does not follow from its shape. */
    private static Optional<ModelShape> shape(StoredModel model) {
        return model.header().isEncoder() ? Optional.empty() : Optional.of(model.header().shape());
    }

    /** With the context that a conversation has unless told otherwise; coarse without a shape. */
    static MemoryNeed need(long bytes, Optional<ModelShape> shape) {
        return shape.map(known -> MemoryNeed.of(bytes, known, 0, CacheType.F16)).orElseGet(() -> new MemoryNeed(bytes, bytes / 5, 0, COARSE_WORKER));
    }

    private static Badge badge(Fit fit, boolean coarse) {
        long needed = fit.need().total();
        var badge = switch (fit.level()) {
            case FITS -> new Badge(TEXTS.get("fit.fits", Sizes.of(needed, fit.free())), Badge.Tone.GOOD);
            case TIGHT -> new Badge(TEXTS.get("fit.tight", Sizes.of(needed, fit.free())), Badge.Tone.TIGHT);
            case TOO_BIG -> new Badge(TEXTS.get("fit.toobig", Sizes.bytes(needed), Sizes.bytes(fit.free())), Badge.Tone.BAD);
        };
        badge.setTooltip(new Tooltip(coarse ? TEXTS.get("fit.tip.coarse", Sizes.bytes(needed), Sizes.bytes(fit.free()))
                : TEXTS.get("fit.tip", Sizes.bytes(needed), Sizes.bytes(fit.need().weights()), Sizes.bytes(fit.need().cache()), Sizes.bytes(fit.free()))));
        return badge;
    }
}
