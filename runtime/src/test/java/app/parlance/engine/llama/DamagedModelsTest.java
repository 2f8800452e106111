package app.parlance.engine.llama;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Answers;
import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.GgufFixture;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.Sampling;
import app.parlance.engine.fixture.Damage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sixty damaged files: refused in words or run, and nobody waits. */
@Timeout(30)
class DamagedModelsTest {
    private static final int COUNT = 60;
    private static final int FAST = 14;
    private static final WorkerSettings IMPATIENT = new WorkerSettings(256, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(1));

    @TempDir
    private static Path folder;

    /** A few that native code sees, for each engine. */
    static Stream<Arguments> some() {
        return damaged(0, FAST);
    }

    static Stream<Arguments> others() {
        return damaged(FAST, COUNT);
    }

    private static Stream<Arguments> damaged(int from, int to) {
        return TestEngines.all().stream().flatMap(kind -> IntStream.range(from, to).mapToObj(number -> Arguments.of(kind, number)));
    }

    @ParameterizedTest
    @MethodSource("some")
    void theEngineRefusesOrRuns(TestEngines.Kind kind, int number) throws Exception {
        openDamaged(kind, number);
    }

    @ParameterizedTest
    @MethodSource("others")
    @Tag("soak")
    void theEngineRefusesOrRunsOthers(TestEngines.Kind kind, int number) throws Exception {
        openDamaged(kind, number);
    }

    private static void openDamaged(TestEngines.Kind kind, int number) throws Exception {
        Path sound = GgufFixture.of(number % 2 < 1 ? "llama" : "qwen2").writeTo(folder.resolve("sound.gguf"));
        Path file = Damage.copy(sound, number / 2, folder.resolve("damaged.gguf"));
        try (OpenModel model = kind.engine(IMPATIENT).open(OpenRequest.toGenerate(file, 128))) {
            Answers.of(model, GenerateRequest.of(new Prompt.Text("hello"), Sampling.GREEDY, 3));
        } catch (EngineException refusal) {
            assertTrue(List.of(Kind.REFUSED, Kind.NOT_POSSIBLE).contains(refusal.kind()), refusal.getMessage());
            assertFalse(refusal.getMessage().contains("ended its process"), refusal.getMessage());
            assertFalse(refusal.remedy().isEmpty());
        }
    }
}
