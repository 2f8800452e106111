package app.parlance.engine.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.parlance.engine.CacheType;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.Score;
import app.parlance.engine.TestModels;
import app.parlance.engine.llama.LlamaEngine;
import app.parlance.engine.llama.WorkerSettings;
import app.parlance.natives.NativesPin;
import app.parlance.natives.TestNatives;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the newer engine says of texts' likelihoods against a forward pass in plain Java. */
@Timeout(60)
class LikelihoodTest {
    /** Of the natural logarithm. With keys and values in sixteen bits it would be some thousandths. */
    private static final double TOLERANCE = 1e-3;
    private static final String PROMPT = "Once upon a time there was a little girl named Lily. She loved to play";
    private static final List<String> TEXTS = List.of(" outside", " with her toys and her friends.", " alone in the dark", " in the park. One day, she saw a big dog", " x");

    @Test
    void scoresAreThoseOfAPlainForwardPass() throws Exception {
        var ready = TestNatives.ready();
        var file = TestModels.stories();
        PlainLlama plain = PlainLlama.read(file);
        List<Double> expected = TEXTS.stream().map(text -> plain.logProbability(PROMPT, text)).toList();
        var engine = LlamaEngine.newer(ready.folder(), ready.llamaCpp(), NativesPin.bundled().architectures().all(), WorkerSettings.DEFAULT);
        try (OpenModel model = engine.open(OpenRequest.toGenerate(file, 256).withSequences(4).withCache(CacheType.F32))) {
            List<Score> together = model.score(new Prompt.Text(PROMPT), TEXTS);
            for (int i = 0; i < TEXTS.size(); i++) {
                String text = TEXTS.get(i);
                Score alone = model.score(new Prompt.Text(PROMPT), List.of(text)).getFirst();
                assertEquals(plain.countTokens(text), alone.tokens(), text);
                assertEquals(expected.get(i), alone.logProbability(), TOLERANCE, "alone:" + text);
                assertEquals(expected.get(i), together.get(i).logProbability(), TOLERANCE, "together:" + text);
            }
        }
    }
}
