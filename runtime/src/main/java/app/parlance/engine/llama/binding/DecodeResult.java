package app.parlance.engine.llama.binding;

/** How a decode or encode ended. */
public enum DecodeResult {
    DONE,
    /** The memory has too few cells left; nothing was decoded. */
    NO_ROOM,
    /** Stopped by {@link NativeContext#abort}; earlier parts of the batch may be in memory. */
    ABORTED,
    /** The log tells why: a wrong token, sequence or position, or no memory. */
    FAILED;

    static DecodeResult of(int code) {
        return switch (code) {
            case 0 -> DONE;
            case 1 -> NO_ROOM;
            case 2 -> ABORTED;
            default -> FAILED;
        };
    }
}
