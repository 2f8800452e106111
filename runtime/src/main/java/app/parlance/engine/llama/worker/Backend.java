package app.parlance.engine.llama.worker;

import app.parlance.engine.Sampling;

/**
 * A llama.cpp inside the worker, reduced to what the rest of the worker needs. {@link #tokenize} and
 * {@link #applyTemplate} may be called while another thread draws; the others by one thread at a time.
 */
interface Backend {
    /** How drawing ended. */
    enum Ending { END_TOKEN, LIMIT, STOPPED }

    /** Told each token's text, which is empty for control tokens; whole characters only. */
    interface TokenSink {
        /** Whether to go on. */
        boolean accept(String text);
    }

    /**
     * What to draw.
     *
     * @param slot whose memory to use
     * @param reuse false forgets what the slot knew before
     */
    record Drawing(int[] prompt, int slot, boolean reuse, int limit, Sampling sampling, String grammar) { }

    /** Token numbers of a text in which control tokens count as such; nothing is put before it. */
    int[] tokenize(String text);

    /** The model's own template over a conversation in JSON; ASCII only. */
    String applyTemplate(String conversation);

    /** Reads the prompt, then draws until the end, the limit, or the sink's word. */
    Ending draw(Drawing drawing, TokenSink sink);

    /** The text's vector; the text must fit the context. */
    float[] embed(String text);
}
