package app.parlance.engine.llama.protocol;

import app.parlance.engine.CacheType;
import app.parlance.engine.Capability;
import app.parlance.engine.EngineException;
import app.parlance.engine.Score;
import app.parlance.engine.StopReason;
import java.util.List;
import java.util.Set;

/** What a worker tells the application. */
public sealed interface Report {
    /** How far something is, 0..1. */
    record Progress(double share) implements Report { }

    /**
     * The model is loaded, with this context, for so many answers at once.
     *
     * @param knowsTemplate whether conversations are rendered with the model's own template, where it has one
     */
    record Opened(int contextTokens, int sequences, CacheType cache, Set<Capability> capabilities, boolean knowsTemplate) implements Report { }

    /** The order cannot be carried out; the last report on it. */
    record Refused(EngineException.Kind kind, String message, String remedy) implements Report { }

    /** The prompt fits and waits for its turn. */
    record Accepted(int promptTokens) implements Report { }

    /** So much of the prompt is read. */
    record PromptRead(int read, int total) implements Report { }

    /** New text, and how many tokens were drawn for it. */
    record Written(String text, int tokens) implements Report { }

    /** The generation's end. */
    record Finished(StopReason reason, int promptTokens, int reusedTokens, int completionTokens) implements Report { }

    record Counted(int tokens) implements Report { }

    record Embedded(List<float[]> vectors) implements Report { }

    record Scored(List<Score> scores) implements Report { }

    /** What runs in this worker. */
    record Described(String version, String cpuLibrary) implements Report { }

    /** Nothing new, but it goes on. */
    record Alive() implements Report { }

    /** It is done, and there is nothing to say about it. */
    record Done() implements Report { }
}
