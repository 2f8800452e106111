package app.parlance.engine.llama.protocol;

import app.parlance.engine.Adapter;
import app.parlance.engine.CacheType;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.QuantizeRequest;
import java.util.List;

/** What the application asks of a worker. */
public sealed interface Order {
    /** Load a model: {@link Report.Progress}, then {@link Report.Opened}. The only order of its kind. */
    record Open(String file, int contextTokens, int threads, boolean embeds, int sequences, CacheType cache, int batch,
            List<Adapter> adapters) implements Order { }

    /** Answered by {@link Report.Accepted}, events, and {@link Report.Finished}. */
    record Generate(GenerateRequest request) implements Order { }

    /** Answered by {@link Report.Counted}. */
    record Count(Prompt prompt) implements Order { }

    /** Answered by {@link Report.Embedded}. */
    record Embed(List<String> texts) implements Order { }

    /** Answered by {@link Report.Scored}. */
    record Score(Prompt prompt, List<String> continuations) implements Order { }

    /** Answered by {@link Report.Done}. @param count 0 = follow the machine's load */
    record Threads(int count) implements Order { }

    /** Write the prompt caches that are not on disk yet; answered by {@link Report.Done}. */
    record Keep() implements Order { }

    /** Say what runs here; answered by {@link Report.Described}. */
    record Describe() implements Order { }

    /** Make a smaller variant of a model: {@link Report.Progress}, then {@link Report.Done}. */
    record Quantize(String source, String target, QuantizeRequest.Type type, int threads) implements Order { }

    /** End the generation of the same number early. */
    record Cancel() implements Order { }
}
