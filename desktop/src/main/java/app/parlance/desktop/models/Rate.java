package app.parlance.desktop.models;

import java.util.ArrayDeque;

/** Bytes a second over the last few seconds, from reports of how far a transfer is. Not thread-safe. */
final class Rate {
    private static final long WINDOW_NANOS = 5_000_000_000L;
    private static final long TOO_EARLY_NANOS = 800_000_000L;

    private record Report(long nanos, long bytes) { }

    private final ArrayDeque<Report> reports = new ArrayDeque<>();

    /** Notes a report and gives the rate, 0 while it is too early to say. */
    long at(long nanos, long bytes) {
        if (!reports.isEmpty() && bytes < reports.getLast().bytes) reports.clear(); // another source began anew
        reports.add(new Report(nanos, bytes));
        while (reports.size() > 2 && nanos - reports.getFirst().nanos > WINDOW_NANOS) reports.removeFirst();
        long span = nanos - reports.getFirst().nanos;
        return span < TOO_EARLY_NANOS ? 0 : Math.round((bytes - reports.getFirst().bytes) * 1e9 / span);
    }
}
