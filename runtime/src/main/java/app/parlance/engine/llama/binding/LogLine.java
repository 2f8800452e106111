package app.parlance.engine.llama.binding;

/**
 * A line of llama.cpp's log.
 *
 * @param level a ggml_log_level
 */
record LogLine(int level, String text) {
    static final int WARNING = 3;
    static final int ERROR = 4;
    /** Not a level of its own: the fragment goes on with the line before. */
    static final int CONTINUED = 5;

    /** Whether somebody should see it without asking. */
    boolean isLoud() {
        return level == WARNING || level == ERROR;
    }
}
