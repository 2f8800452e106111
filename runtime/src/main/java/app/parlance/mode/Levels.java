package app.parlance.mode;

import app.parlance.engine.CacheType;
import app.parlance.engine.Sampling;
import app.parlance.gguf.GgufHeader;

/** What Fast, Balanced and Accurate differ in whichever model answers: context, keys and values, sampling, effort. */
final class Levels {
    private static final int LEAST_CONTEXT = 2048;
    /** Keys and values may take no more of the machine's memory than this part. */
    private static final int CACHE_PART = 8;

    private Levels() { }

    /** Fast reads short contexts at full precision; Balanced halves the bytes of a longer one; Accurate spares nothing. */
    static CacheType cache(Mode level) {
        return level == Mode.BALANCED ? CacheType.Q8_0 : CacheType.F16;
    }

    static int context(Mode level, GgufHeader header, long memory) {
        int wanted = switch (level) {
            case FAST -> 4096;
            case BALANCED -> 8192;
            case ACCURATE -> 16384;
            case AUTO -> throw new IllegalArgumentException("Auto is decided for each request");
        };
        double bytesPerToken = header.shape().cacheElementsPerToken() * cache(level).bytesPerElement();
        while (wanted > LEAST_CONTEXT && wanted * bytesPerToken > (double) memory / CACHE_PART) wanted /= 2;
        return header.contextLength() > 0 ? Math.min(wanted, header.contextLength()) : wanted;
    }

    static Sampling sampling(Task task, Mode level) {
        if (task != Task.CHAT) return level == Mode.FAST ? Sampling.DEFAULT.withTemperature(0.2) : Sampling.GREEDY;
        return switch (level) {
            case FAST -> Sampling.DEFAULT;
            case BALANCED -> Sampling.DEFAULT.withTemperature(0.5);
            default -> Sampling.DEFAULT.withTemperature(0.3);
        };
    }

    static Effort effort(Task task, Mode level) {
        boolean accurate = level == Mode.ACCURATE;
        int passages = task != Task.ANSWERS ? 0 : level == Mode.FAST ? 2 : accurate ? 8 : 4;
        return new Effort(passages, task == Task.ANSWERS && accurate, task == Task.TRANSLATION && accurate);
    }
}
