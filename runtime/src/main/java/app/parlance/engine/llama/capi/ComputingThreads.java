package app.parlance.engine.llama.capi;

import app.parlance.engine.llama.binding.DecodeResult;
import app.parlance.engine.llama.binding.NativeContext;
import app.parlance.platform.CpuLoad;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How many threads compute. llama.cpp's threads wait for each other by spinning after each operation, so that
 * one which must share its core holds up all: beside a busy program two threads on two cores give less than one,
 * and beside several a hundredth. So there is one for each core that others leave free.
 *
 * <p>While something is computed another thread looks at the load, and breaks a long computation off that was begun
 * with too many.
 */
final class ComputingThreads {
    private static final Duration LOOK = Duration.ofMillis(300);
    /** A computation that lasts longer is worth beginning anew with fewer threads. */
    private static final Duration LONG = Duration.ofMillis(500);
    /** After such a pause an average says nothing of now. */
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** A thread comes back when so many looks in a row found room for it; it goes at the first that did not. */
    private static final int LOOKS = 2;

    private final NativeContext context;
    private final int cores;
    private final Runnable breakOff;
    private final CpuLoad load = new CpuLoad();
    private int fixed;
    private int current;
    private int wanted;
    private int roomier;
    private boolean computing;
    private long begun;
    private long lastBegun = System.nanoTime() - PAUSE.toNanos() - 1;

    /**
     * @param count 0 = follow the load, with at most one for each core
     * @param breakOff ends the computation under way, which is then begun anew; for those that can be
     */
    ComputingThreads(NativeContext context, int cores, int count, Runnable breakOff) {
        this.context = context;
        this.cores = cores;
        this.breakOff = breakOff;
        current = count > 0 ? count : cores;
        wanted = current;
        fixed = count;
        Thread.ofPlatform().daemon().name("load").start(this::watch);
    }

    /** @param count 0 = follow the load from now on */
    synchronized void fix(int count) {
        fixed = count;
        if (count > 0) wanted = count;
    }

    /** Computes with as many threads as there is room for. */
    DecodeResult run(Supplier<DecodeResult> computation) {
        begin();
        try {
            return computation.get();
        } finally {
            end();
        }
    }

    private void begin() {
        boolean paused = System.nanoTime() - lastBegun > PAUSE.toNanos();
        int running = paused ? othersRunning() : 0;
        synchronized (this) {
            if (paused && fixed == 0) wanted = room(running);
            if (wanted != current) context.setThreads(wanted, wanted);
            current = wanted;
            begun = System.nanoTime();
            lastBegun = begun;
            computing = true;
            if (paused) notifyAll();
        }
    }

    private synchronized void end() {
        computing = false;
    }

    private int othersRunning() {
        try {
            return load.othersRunningNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private int room(double others) {
        return (int) Math.clamp(Math.round(cores - others), 1, cores);
    }

    private void watch() {
        try {
            while (true) {
                awaitComputing();
                load.coresBusyWithOthers();
                while (isComputing()) {
                    Thread.sleep(LOOK);
                    if (follows() && look(load.coresBusyWithOthers())) breakOff.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitComputing() throws InterruptedException {
        while (!isComputing()) wait();
    }

    private synchronized boolean isComputing() {
        return computing || System.nanoTime() - lastBegun < PAUSE.toNanos();
    }

    private synchronized boolean follows() {
        return fixed == 0;
    }

    /** Whether the computation under way should be broken off. */
    private synchronized boolean look(double others) {
        if (fixed > 0) return false;
        int room = room(others);
        roomier = room > wanted ? roomier + 1 : 0;
        if (room < wanted || roomier == LOOKS) {
            wanted = room;
            roomier = 0;
        }
        return computing && wanted < current && System.nanoTime() - begun > LONG.toNanos();
    }
}
