package app.parlance.engine.llama.capi;

import app.parlance.engine.PromptCache;
import app.parlance.engine.llama.binding.NativeContext;
import java.util.Optional;

/**
 * Tokens that a sequence is to read, and what to do with the results. Writing is reading too: each token
 * that was drawn is read next.
 */
sealed interface Task permits WritingTask, ScoringTask {
    /** What is to be read; may grow with each output. The caller changes nothing in it. */
    int[] tokens();

    /** How many of {@link #tokens()} count. */
    int length();

    /** The first token whose output is wanted; all later ones' is too. */
    int firstOutput();

    /** Whether what others have read of the same beginning may be used, and others may run beside it. */
    boolean reuses();

    Optional<PromptCache> cache();

    /** Told once, when it begins, how many tokens need not be read. */
    void begun(int reused);

    /** So many tokens are known now. */
    void read(int known);

    /** The output of one token. @param batchIndex its place in the batch that was just computed */
    void output(NativeContext context, int position, int batchIndex);

    /** Whether there is nothing left to read. */
    boolean isDone();

    /** Whether nobody wants it any more. */
    boolean isCancelled();

    /** The last call: done, cancelled, or given up for lack of room. */
    void end();
}
