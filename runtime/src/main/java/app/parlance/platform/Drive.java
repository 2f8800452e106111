package app.parlance.platform;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;

/** What a drive's refusals mean, for whoever makes sentences of them. Systems say it in words only. */
public final class Drive {
    /** Bytes that whoever writes much leaves free, so that history and settings can still be saved. */
    public static final long RESERVE = 64_000_000;

    private Drive() { }

    public static boolean isFull(IOException failure) {
        var text = text(failure);
        return text.contains("no space left") || text.contains("not enough space") || text.contains("quota exceeded");
    }

    /** Whether this program may not write there. */
    public static boolean isForbidden(IOException failure) {
        return failure instanceof AccessDeniedException || text(failure).contains("read-only");
    }

    private static String text(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    }
}
