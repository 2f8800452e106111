package app.parlance.model;

import java.time.Duration;

/** How often, and how long, one download waits for a busy hub before the next source has its turn. */
final class Patience {
    private static final int TRIES = 3;
    /** A person waits that long before a bar that stands still; after it, another source or another day is better. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private int tries;

    void await(Busy busy) throws SourceFailure, InterruptedException {
        var pause = tries < TRIES ? busy.pause(tries, LONGEST) : null;
        if (pause == null) {
            throw busy.failure();
        }
        tries++;
        Thread.sleep(pause);
    }
}
