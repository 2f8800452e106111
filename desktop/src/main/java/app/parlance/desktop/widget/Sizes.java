package app.parlance.desktop.widget;

import java.text.NumberFormat;

/** Amounts in words: bytes by powers of ten as disks are sold, and durations, in the person's number format. */
public final class Sizes {
    private static final Texts TEXTS = Texts.of(Sizes.class);

    private Sizes() { }

    /** For example {@code 491 MB} or {@code 1.1 GB}. */
    public static String bytes(long bytes) {
        var unit = Unit.of(bytes);
        return TEXTS.get(unit.key, unit.number(bytes));
    }

    /** Two amounts in the larger one's unit, for example {@code 0.9 of 2.5 GB}. */
    public static String of(long part, long whole) {
        var unit = Unit.of(Math.max(part, whole));
        return TEXTS.get("size.of", unit.number(part), TEXTS.get(unit.key, unit.number(whole)));
    }

    /** For example {@code 40 s}, {@code 2 min}, {@code 1 h 5 min}; rounded up, as time left should be. */
    public static String duration(long seconds) {
        if (seconds < 60) return TEXTS.get("duration.seconds", Math.max(1, seconds));
        long minutes = (seconds + 59) / 60;
        return minutes < 60 ? TEXTS.get("duration.minutes", minutes) : TEXTS.get("duration.hours", minutes / 60, minutes % 60);
    }

    private enum Unit {
        BYTES("size.bytes", 1, 0), KB("size.kb", 1e3, 0), SMALL_MB("size.mb", 1e6, 1), MB("size.mb", 1e6, 0), GB("size.gb", 1e9, 1);

        private final String key;
        private final double worth;
        private final int decimals;

        Unit(String key, double worth, int decimals) {
            this.key = key;
            this.worth = worth;
            this.decimals = decimals;
        }

        static Unit of(long bytes) {
            return bytes < 1000 ? BYTES : bytes < 999_500 ? KB : bytes < 9_950_000 ? SMALL_MB : bytes < 999_500_000L ? MB : GB;
        }

        String number(long bytes) {
            var format = NumberFormat.getNumberInstance();
            format.setMinimumFractionDigits(decimals);
            format.setMaximumFractionDigits(decimals);
            return format.format(bytes / worth);
        }
    }
}
