package app.parlance.measure.superglue;

import java.util.List;

/** One question to a model, answered by which of the options it holds likeliest. */
public sealed interface Item permits YesNo, CommitmentBank, Copa, Record {
    /**
     * The benchmark's question that this belongs to, from 0: of MultiRC each answer that is to be judged is an item, and those to one
     * question count together.
     */
    int question();

    /** What the model is asked. */
    String prompt();

    /** At least two. */
    List<String> options();

    boolean isRight(int option);
}
