package app.parlance.engine.llama.binding;

/** A folder of native libraries does not hold the llama.cpp that this binding was written for; the message says what does not match, for a developer. */
public final class UnfitLibraryException extends Exception {
    UnfitLibraryException(String message) {
        super(message);
    }
}
