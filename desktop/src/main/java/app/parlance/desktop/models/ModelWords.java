package app.parlance.desktop.models;

import app.parlance.desktop.widget.Sizes;
import app.parlance.desktop.widget.Texts;
import app.parlance.model.CatalogueEntry;
import app.parlance.model.Source;
import app.parlance.model.StoredModel;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the cards say of a model. */
final class ModelWords {
    static final Texts TEXTS = Texts.of(ModelWords.class);
    private static final String GAP = "\u2002\u2002";
    private static final int NAMED_LANGUAGES = 3;

    private ModelWords() { }

    static String facts(CatalogueEntry entry) {
        return facts(Stream.of(Sizes.bytes(entry.bytes()), entry.quantization(), entry.licence(), languages(entry.languages())));
    }

    /** Of a catalogue's file without the licence, which was agreed to and stands in its details. @param speed measured, in words */
    static String facts(StoredModel model, Optional<CatalogueEntry> entry, Optional<String> speed) {
        var header = model.header();
        return facts(Stream.of(Sizes.bytes(model.bytes()), header.quantization(), speed.orElse(""),
                entry.isPresent() ? "" : header.architecture(), entry.map(each -> languages(each.languages())).orElse(context(header.contextLength()))));
    }

    private static String facts(Stream<String> each) {
        return each.filter(text -> !text.isBlank()).collect(Collectors.joining(GAP));
    }

    /** How much text it was trained to keep in view; empty where unknown. */
    static String context(int tokens) {
        return tokens <= 0 ? "" : TEXTS.get("fact.context", NumberFormat.getIntegerInstance().format(tokens));
    }

    /** Up to three by name, more by number. */
    static String languages(List<String> tags) {
        return tags.size() > NAMED_LANGUAGES ? TEXTS.get("fact.languages", tags.size()) : allLanguages(tags);
    }

    static String allLanguages(List<String> tags) {
        return tags.stream().map(tag -> Locale.forLanguageTag(tag).getDisplayName()).sorted().collect(Collectors.joining(", "));
    }

    /** A node's id that a stylesheet selector can name, whatever is in the model's name. */
    static String id(String kind, String name) {
        return kind + "-" + name.replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** What to expect of a file that no catalogue speaks of. */
    static String own(StoredModel model) {
        var format = NumberFormat.getCompactNumberInstance(Locale.getDefault(), NumberFormat.Style.LONG);
        format.setMaximumFractionDigits(1);
        return TEXTS.get(model.header().isEncoder() ? "own.encoder" : "own", format.format(model.header().parameters()), TEXTS.get("origin." + model.origin()));
    }

    /** The kinds of its sources, for example {@code huggingface.co, or pip}. */
    static String from(CatalogueEntry entry) {
        return entry.sources().stream().map(source -> TEXTS.get(source instanceof Source.Hub ? "from.hub" : "from.pip")).distinct()
                .collect(Collectors.joining(TEXTS.get("from.or")));
    }

    /** Where it comes from, in words, every source in turn. */
    static String sources(CatalogueEntry entry) {
        return entry.sources().stream().map(source -> switch (source) {
            case Source.Hub(var repository, var _, var file) -> TEXTS.get("source.hub", repository, file);
            case Source.PythonPackages(var parts) -> TEXTS.get("source.pip", parts.stream()
                    .map(part -> part.distribution() + " " + part.version()).distinct().collect(Collectors.joining(", ")));
        }).collect(Collectors.joining("\n"));
    }
}
