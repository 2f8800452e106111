package app.parlance.engine.llama.capi;

import app.parlance.engine.llama.binding.NativeContext;
import app.parlance.platform.CpuLoad;
import java.time.Duration;

/**
 * How many threads compute. llama.cpp's threads wait for each other by spinning after each operation, so that
 * one which shares its core holds up all: with a second busy program on two cores, two threads give half of what
 * one gives. So there is one for each core that others leave free.
 */
final class ComputingThreads {
    private static final Duration LOOK = Duration.ofMillis(300);
    /** A thread comes back when so many looks in a row found room for it; it goes at the first that did not. */
    private static final int LOOKS = 2;

    private final NativeContext context;
    private final int cores;
    private final CpuLoad load = new CpuLoad();
    private int fixed;
    private int current;
    private int roomier;
    private long lastLook = System.nanoTime();

    /** @param count 0 = follow the load, with at most one for each core */
    ComputingThreads(NativeContext context, int cores, int count) {
        this.context = context;
        this.cores = cores;
        current = count > 0 ? count : cores;
        fix(count);
    }

    /** @param count 0 = follow the load from now on */
    void fix(int count) {
        fixed = count;
        if (count > 0) set(count);
    }

    int current() {
        return current;
    }

    /** To be called between two computations; looks at the load now and then. */
    void follow() {
        if (fixed > 0 || System.nanoTime() - lastLook < LOOK.toNanos()) return;
        lastLook = System.nanoTime();
        int room = (int) Math.clamp(Math.round(cores - load.coresBusyWithOthers()), 1, cores);
        roomier = room > current ? roomier + 1 : 0;
        if (room < current || roomier == LOOKS) set(room);
    }

    private void set(int count) {
        current = count;
        roomier = 0;
        context.setThreads(count, count);
    }
}
