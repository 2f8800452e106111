package app.parlance.engine;

/** How a context's keys and values are kept: the smaller, the more context fits, at some loss of accuracy and speed. */
public enum CacheType {
    F16(2), Q8_0(34.0 / 32), Q4_0(18.0 / 32);

    private final double bytesPerElement;

    CacheType(double bytesPerElement) {
        this.bytesPerElement = bytesPerElement;
    }

    /** As ggml stores it: blocks of 32 with a common factor. */
    public double bytesPerElement() {
        return bytesPerElement;
    }

    /** What so many numbers take. */
    public long bytes(long elements) {
        return Math.round(elements * bytesPerElement);
    }
}
