package app.parlance.desktop.measure;

import app.parlance.desktop.mode.ModeWords;
import app.parlance.desktop.widget.Sizes;
import app.parlance.desktop.widget.Texts;
import app.parlance.measure.Accuracy;
import app.parlance.measure.superglue.SuperGlue;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Collectors;

/** Figures in words, in the person's number format. */
final class Words {
    static final Texts TEXTS = Texts.of(Words.class);

    private Words() { }

    /** SuperGLUE's own spelling of a task. */
    static String task(String task) {
        return SuperGlue.of(task).map(SuperGlue::title).orElse(task);
    }

    /** For example {@code Qwen 0.5B · Fast, Auto}. */
    static String name(Figures figures) {
        var modes = figures.modes().stream().map(ModeWords::name).collect(Collectors.joining(", "));
        return figures.name().isEmpty() ? modes : modes.isEmpty() ? figures.name() : figures.name() + " · " + modes;
    }

    /** Three figures that mean something: 8.42, 20.4, 142. */
    static String number(double value) {
        return number(value, value < 10 ? 2 : value < 100 ? 1 : 0);
    }

    static String number(double value, int decimals) {
        var format = NumberFormat.getNumberInstance();
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    static String millis(double millis) {
        return millis < 1000 ? TEXTS.get("millis", number(millis, 0)) : TEXTS.get("seconds", number(millis / 1000, 1));
    }

    static String percent(Accuracy accuracy) {
        return TEXTS.get("percent", number(accuracy.accuracy() * 100, 0));
    }

    static String memory(long bytes) {
        return bytes <= 0 ? TEXTS.get("not.told") : Sizes.bytes(bytes);
    }

    /** For example {@code today 14:20}. */
    static String when(Instant instant) {
        var at = instant.atZone(ZoneId.systemDefault());
        var time = DateTimeFormatter.ofPattern("HH:mm").format(at);
        var today = LocalDate.now();
        if (at.toLocalDate().equals(today)) return TEXTS.get("today", time);
        if (at.toLocalDate().equals(today.minusDays(1))) return TEXTS.get("yesterday", time);
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).format(at) + " " + time;
    }

    static String lines(List<String> lines) {
        return String.join("\n", lines);
    }
}
