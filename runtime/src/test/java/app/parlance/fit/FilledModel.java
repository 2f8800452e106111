package app.parlance.fit;

import app.parlance.engine.Answers;
import app.parlance.engine.CacheType;
import app.parlance.engine.Engine;
import app.parlance.engine.EngineException;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.Sampling;
import app.parlance.engine.llama.LlamaEngine;
import app.parlance.engine.llama.WorkerSettings;
import app.parlance.gguf.GgufException;
import app.parlance.gguf.GgufReader;
import app.parlance.natives.NativesPin;
import app.parlance.natives.NativesState;
import app.parlance.natives.TestNatives;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model takes after its context was filled.
 *
 * @param resident bytes of its process
 */
record FilledModel(String engine, Path file, int context, CacheType cache, MemoryNeed need, long resident) {
    private static final String PART = "The river runs through the old town, past seven bridges and a mill. ";

    /** The newer one where it is here, and the one on board. */
    static List<Engine> engines() {
        List<Engine> engines = new ArrayList<>();
        if (TestNatives.state() instanceof NativesState.Ready ready) {
            engines.add(LlamaEngine.newer(ready.folder(), ready.llamaCpp(), NativesPin.bundled().architectures().all(), WorkerSettings.DEFAULT));
        }
        engines.add(LlamaEngine.onBoard());
        return engines;
    }

    static FilledModel of(Engine engine, Path file, int context, CacheType cache) throws EngineException, InterruptedException, GgufException {
        var header = GgufReader.read(file);
        try (OpenModel model = engine.open(OpenRequest.toGenerate(file, context).withCache(cache))) {
            int tokens = model.countTokens(new Prompt.Text(PART));
            Answers.of(model, GenerateRequest.of(new Prompt.Text(PART.repeat((context - 24) / tokens)), Sampling.GREEDY, 8));
            return new FilledModel(model.engine(), file, context, model.cache(), MemoryNeed.of(header.bytes(), header.shape(), context, model.cache()), model.residentBytes());
        }
    }

    /** Estimated to real. */
    double ratio() {
        return (double) need.total() / resident;
    }

    @Override
    public String toString() {
        return "%s, %s, %d tokens in %s: estimated %d MB, real %d MB, ratio %.2f".formatted(engine, file.getFileName(), context, cache,
                need.total() >> 20, resident >> 20, ratio());
    }
}
