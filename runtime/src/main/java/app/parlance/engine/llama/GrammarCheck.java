package app.parlance.engine.llama;

import app.parlance.engine.EngineException;
import java.time.Duration;
import java.util.Set;

/**
 * Finds out whether llama.cpp could read a grammar: where it cannot, it says so on standard error only,
 * and then writes without one.
 */
final class GrammarCheck {
    /** For requests without a grammar, or with one that was read before. */
    static final GrammarCheck NONE = new GrammarCheck("", null, Set.of());
    /** The complaint is printed before the first token is drawn, but comes through another pipe. */
    private static final Duration PIPE_DELAY = Duration.ofMillis(50);

    private final String grammar;
    private final ErrorOutput errors;
    private final Set<String> sound;
    private final long linesBefore;
    private boolean done;

    /** @param sound where to note the grammar once it was read */
    GrammarCheck(String grammar, ErrorOutput errors, Set<String> sound) {
        this.grammar = grammar;
        this.errors = errors;
        this.sound = sound;
        linesBefore = errors == null ? 0 : errors.count();
        done = errors == null;
    }

    /** To be called when the first text or the end has come; later calls do nothing. */
    void afterFirstToken() throws EngineException, InterruptedException {
        if (done) return;
        done = true;
        if (errors.await(linesBefore, line -> line.contains("error parsing grammar"), PIPE_DELAY)) {
            throw new EngineException(EngineException.Kind.NOT_POSSIBLE, "The rules for the answer's form cannot be read, so nothing was written.", "Correct the grammar.");
        }
        sound.add(grammar);
    }
}
