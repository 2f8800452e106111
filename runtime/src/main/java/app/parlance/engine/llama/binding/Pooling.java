package app.parlance.engine.llama.binding;

/** How the vectors of a text's tokens become one. */
public enum Pooling {
    /** Not at all: the context writes text. */
    NONE(-1),
    /** As the model's file says. */
    MODEL(-1),
    /** Their mean, whatever the file says. */
    MEAN(1);

    /** A llama_pooling_type. */
    final int nativeType;

    Pooling(int nativeType) {
        this.nativeType = nativeType;
    }
}
