package app.parlance.fit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Answers;
import app.parlance.engine.CacheType;
import app.parlance.engine.Engine;
import app.parlance.engine.EngineException;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.Sampling;
import app.parlance.engine.TestModels;
import app.parlance.engine.llama.LlamaEngine;
import app.parlance.engine.llama.WorkerSettings;
import app.parlance.gguf.GgufReader;
import app.parlance.natives.NativesPin;
import app.parlance.natives.NativesState;
import app.parlance.natives.TestNatives;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What models take in memory, estimated and real, after their context was filled. */
@Tag("benchmark")
class FitBenchmark {
    private static final double TOLERANCE = 0.15;

    @Test
    void realModels() throws Exception {
        for (Engine engine : engines()) {
            for (Path file : List.of(TestModels.smolLm(), TestModels.qwenHalfBillion(), TestModels.qwenOneAndAHalfBillion())) {
                for (int context : new int[] {512, 2048}) {
                    for (CacheType cache : List.of(CacheType.F16, CacheType.Q8_0)) measure(engine, file, context, cache);
                }
            }
        }
    }

    static List<Engine> engines() {
        List<Engine> engines = new ArrayList<>();
        if (TestNatives.state() instanceof NativesState.Ready ready) {
            engines.add(LlamaEngine.newer(ready.folder(), ready.llamaCpp(), NativesPin.bundled().architectures().all(), WorkerSettings.DEFAULT));
        }
        engines.add(LlamaEngine.onBoard());
        return engines;
    }

    static void measure(Engine engine, Path file, int context, CacheType cache) throws Exception {
        var header = GgufReader.read(file);
        try (OpenModel model = engine.open(OpenRequest.toGenerate(file, context).withCache(cache))) {
            Answers.of(model, GenerateRequest.of(new Prompt.Text(filling(model)), Sampling.GREEDY, 8));
            long real = model.residentBytes();
            MemoryNeed need = MemoryNeed.of(header.bytes(), header.shape(), context, model.cache());
            System.out.printf(Locale.ROOT, "fit: %-28s %-45s %5d tokens %s: estimated %5d MB, real %5d MB, ratio %.2f (weights %d, cache %d, scratch %d, process %d)%n",
                    engine.name(), file.getFileName(), context, model.cache(), need.total() >> 20, real >> 20, (double) need.total() / real,
                    need.weights() >> 20, need.cache() >> 20, need.scratch() >> 20, need.process() >> 20);
            for (var child : ProcessHandle.current().children().toList()) {
                Path status = Path.of("/proc", child.pid() + "", "status");
                if (Files.exists(status)) System.out.println("   " + Files.readAllLines(status).stream().filter(l -> l.startsWith("Rss") || l.startsWith("VmHWM")).toList());
            }
        }
    }

    static String filling(OpenModel model) throws EngineException, InterruptedException {
        String part = "The river runs through the old town, past seven bridges and a mill. ";
        int each = model.countTokens(new Prompt.Text(part.repeat(8))) / 8;
        return part.repeat((model.contextTokens() - 24) / (each + 1));
    }
}
