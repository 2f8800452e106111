package app.parlance.engine.llama.protocol;

import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Prompt;
import java.util.List;

/** What the application asks of a worker. */
public sealed interface Order {
    /** Load a model; the first order, and the only one of its kind. */
    record Open(String file, int contextTokens, int threads, boolean embeds) implements Order { }

    /** Answered by {@link Report.Accepted}, events, and {@link Report.Finished}. */
    record Generate(GenerateRequest request) implements Order { }

    /** Answered by {@link Report.Counted}. */
    record Count(Prompt prompt) implements Order { }

    /** Answered by {@link Report.Embedded}. */
    record Embed(List<String> texts) implements Order { }

    /** End the generation of the same number early. */
    record Cancel() implements Order { }
}
