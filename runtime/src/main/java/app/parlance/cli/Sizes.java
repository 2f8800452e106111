package app.parlance.cli;

import java.time.Duration;
import java.util.Locale;

/** Quantities in the short form that people read. */
final class Sizes {
    private Sizes() { }

    /** In decimal units, as disks and downloads are sold: 98 MB, 1.1 GB. */
    static String bytes(double bytes) {
        if (bytes < 1e6) return String.format(Locale.ROOT, "%.0f kB", bytes / 1e3);
        return bytes < 1e9 ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6) : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    /** A model's parameters: 135M, 1.5B. */
    static String parameters(long count) {
        if (count < 1_000_000) return String.format(Locale.ROOT, "%.0fK", count / 1e3);
        return count < 1_000_000_000 ? String.format(Locale.ROOT, "%.0fM", count / 1e6) : String.format(Locale.ROOT, "%.1fB", count / 1e9);
    }

    /** To the second below a minute and a half, then to the minute. */
    static String time(Duration duration) {
        return duration.toSeconds() < 90 ? duration.toSeconds() + " s" : (duration.toSeconds() + 30) / 60 + " min";
    }
}
