package app.parlance.history;

import java.time.Instant;
import java.util.Optional;

/**
 * The process that writes an answer: a pid and the second it started, since pids come back. So an answer
 * that the window is writing is not taken for a dead one by a command line on the same file.
 */
record Writer(long pid, long startedSecond) {
    /** The start is computed from the system clock, which may be put right while the process runs. */
    private static final long CLOCK_TOLERANCE_SECONDS = 10;
    private static final Writer SELF = of(ProcessHandle.current());

    static Writer self() {
        return SELF;
    }

    private static Writer of(ProcessHandle process) {
        return new Writer(process.pid(), process.info().startInstant().map(Instant::getEpochSecond).orElse(0L));
    }

    static Writer parse(String text) {
        int at = text.indexOf('@');
        return at < 0 ? new Writer(0, 0) : new Writer(Long.parseLong(text.substring(0, at)), Long.parseLong(text.substring(at + 1)));
    }

    boolean isAlive() {
        if (equals(SELF)) return true;
        Optional<Writer> now = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(Writer::of);
        return now.isPresent() && Math.abs(now.get().startedSecond - startedSecond) <= CLOCK_TOLERANCE_SECONDS;
    }

    @Override
    public String toString() {
        return pid + "@" + startedSecond;
    }
}
