package app.parlance.model;

import java.util.Locale;

/** Sizes in words, in decimal units as drives and downloads are sold. */
public final class ByteSize {
    private ByteSize() { }

    /** For example {@code 98 MB} or {@code 1.1 GB}. */
    public static String text(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        if (bytes < 999_500) {
            return Math.round(bytes / 1e3) + " kB";
        }
        if (bytes < 999_500_000) {
            return Math.round(bytes / 1e6) + " MB";
        }
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
