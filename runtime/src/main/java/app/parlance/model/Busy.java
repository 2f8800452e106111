package app.parlance.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The hub asks for a moment (429, 502, 503, 504). */
final class Busy extends Exception {
    private final transient SourceFailure failure;
    private final int status;
    /** Null where it does not say how long. */
    private final transient Duration asked;

    /** @param retryAfter the header: seconds, or a date; or empty */
    Busy(SourceFailure failure, int status, String retryAfter) {
        super(failure);
        this.failure = failure;
        this.status = status;
        asked = parse(retryAfter.strip());
    }

    SourceFailure failure() {
        if (asked == null || asked.toSeconds() < 1) {
            return failure;
        }
        return new SourceFailure(failure.getMessage() + " It asks to wait " + (asked.toSeconds() < 120 ? asked.toSeconds() + " s." : asked.toMinutes() + " minutes."), failure);
    }

    /** @param tries those before. @return how long to wait; null where waiting is not worth while */
    Duration pause(int tries, Duration longest) {
        if (asked != null) {
            return asked.compareTo(longest) <= 0 ? asked : null;
        }
        // Too many requests are not cured by one more; a server that is down may be up again.
        return status == 429 ? null : Duration.ofMillis(300L << tries);
    }

    private static Duration parse(String header) {
        if (header.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            var wait = Duration.between(ZonedDateTime.now(), ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME));
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException notSaid) {
            return null;
        }
    }
}
