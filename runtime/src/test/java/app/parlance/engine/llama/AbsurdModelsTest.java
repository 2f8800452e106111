package app.parlance.engine.llama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Answers;
import app.parlance.engine.EngineException;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.Sampling;
import app.parlance.engine.fixture.AbsurdModel;
import app.parlance.engine.fixture.AbsurdModel.Outcome;
import app.parlance.gguf.GgufException;
import app.parlance.gguf.GgufReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of valid form whose figures make no sense: what would end native code's process never reaches it. */
@Timeout(60)
class AbsurdModelsTest {
    private static final List<AbsurdModel> REFUSED = AbsurdModel.all().stream().filter(model -> model.outcome() == Outcome.HEADER).toList();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("REFUSED")
    void theHeaderCheckRefuses(AbsurdModel model) {
        GgufException refusal = assertThrows(GgufException.class, () -> GgufReader.read(model.file().writeTo(folder.resolve("absurd.gguf"))));
        assertFalse(refusal.remedy().isEmpty());
    }

    static Stream<Arguments> harmless() {
        return harmless(TestEngines.all().reversed().stream().limit(1));
    }

    static Stream<Arguments> harmlessToOthers() {
        return harmless(TestEngines.all().reversed().stream().skip(1));
    }

    private static Stream<Arguments> harmless(Stream<TestEngines.Kind> kinds) {
        return kinds.flatMap(kind -> AbsurdModel.all().stream().filter(model -> model.outcome() != Outcome.HEADER).map(model -> Arguments.of(kind, model)));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void theNewestEngineRefusesOrRuns(TestEngines.Kind kind, AbsurdModel absurd) throws Exception {
        openAbsurd(kind, absurd);
    }

    /** None where there is only one engine. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("harmlessToOthers")
    @Tag("soak")
    void theOtherEngineRefusesOrRuns(TestEngines.Kind kind, AbsurdModel absurd) throws Exception {
        openAbsurd(kind, absurd);
    }

    /** Some it can live with, and writes nonsense. */
    private void openAbsurd(TestEngines.Kind kind, AbsurdModel absurd) throws Exception {
        Path file = absurd.file().writeTo(folder.resolve("absurd.gguf"));
        boolean embeds = GgufReader.read(file).isEncoder();
        try (OpenModel model = kind.engine().open(embeds ? OpenRequest.toEmbed(file) : OpenRequest.toGenerate(file, 128))) {
            if (embeds) model.embed(List.of("hello"));
            else Answers.of(model, GenerateRequest.of(new Prompt.Text("hello"), Sampling.GREEDY, 3));
        } catch (EngineException refusal) {
            assertTrue(List.of(EngineException.Kind.REFUSED, EngineException.Kind.NOT_POSSIBLE).contains(refusal.kind()), refusal.getMessage());
            boolean ends = absurd.outcome() == Outcome.WORKER_ON_BOARD && kind.equals(TestEngines.ON_BOARD);
            assertEquals(ends, refusal.getMessage().contains("ended its process"), refusal.getMessage());
        }
    }
}
