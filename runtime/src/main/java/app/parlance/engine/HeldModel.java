package app.parlance.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A model of a pool, from the moment it begins to load until it is closed. Guarded by the pool's lock. */
final class HeldModel {
    final OpenRequest request;
    final Path file;
    /** What it is counted with. */
    final long bytes;
    /** Null while it loads. */
    OpenModel model;
    /** Being closed by some thread. */
    boolean leaving;
    private int persons;
    private int background;
    private long idleSinceNanos;
    private Instant idleSince;

    HeldModel(OpenRequest request, long bytes) {
        this.request = request;
        this.file = request.file().toAbsolutePath().normalize();
        this.bytes = bytes;
    }

    void take(ModelPool.Priority priority) {
        if (priority == ModelPool.Priority.PERSON) persons++;
        else background++;
    }

    void giveBack(ModelPool.Priority priority) {
        if (priority == ModelPool.Priority.PERSON) persons--;
        else background--;
        if (isLeased()) return;
        idleSinceNanos = System.nanoTime();
        idleSince = Instant.now();
    }

    boolean isLeased() {
        return persons + background > 0;
    }

    boolean isPersons() {
        return persons > 0;
    }

    boolean isChanging() {
        return model == null || leaving;
    }

    boolean isDead() {
        return !isChanging() && !model.isAlive();
    }

    boolean isIdle() {
        return !isChanging() && !isLeased();
    }

    boolean serves(OpenRequest wanted) {
        return !isChanging() && model.isAlive() && request.sameModel(wanted);
    }

    /** Meaningful while idle. */
    long idleNanos() {
        return System.nanoTime() - idleSinceNanos;
    }

    Optional<Instant> idleSince() {
        return isIdle() ? Optional.of(idleSince) : Optional.empty();
    }
}
