package app.parlance.engine;

/** How a context's keys and values are kept: the smaller, the more context fits, at some loss of accuracy and speed. */
public enum CacheType {
    /** Exact: to compare likelihoods with those of another program. */
    F32(4), F16(2), Q8_0(34.0 / 32), Q4_0(18.0 / 32);

    private final double bytesPerElement;

    CacheType(double bytesPerElement) {
        this.bytesPerElement = bytesPerElement;
    }

    /** Whether 32 numbers share a factor: such a cache needs flash attention, and heads whose length divides by 32. */
    public boolean inBlocks() {
        return this == Q8_0 || this == Q4_0;
    }

    /** As ggml stores it. */
    public double bytesPerElement() {
        return bytesPerElement;
    }

    /** What so many numbers take. */
    public long bytes(long elements) {
        return Math.round(elements * bytesPerElement);
    }
}
