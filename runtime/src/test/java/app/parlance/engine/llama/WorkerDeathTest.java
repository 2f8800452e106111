package app.parlance.engine.llama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Answers;
import app.parlance.engine.EngineException;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Generation;
import app.parlance.engine.GenerationEvent;
import app.parlance.engine.GgufFixture;
import app.parlance.engine.ModelPool;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.Sampling;
import app.parlance.engine.StopReason;
import app.parlance.engine.TestModels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers that are killed, stopped, or orphaned. */
@Timeout(120)
@EnabledOnOs({OS.LINUX, OS.MAC})
@ParameterizedClass
@MethodSource("app.parlance.engine.llama.TestEngines#all")
class WorkerDeathTest {
    /** Random weights draw an end soon; these rules allow none. */
    private static final String ENDLESS = "root ::= [a-zA-Z .,] root";
    private static final GenerateRequest LONG_STORY = GenerateRequest.of(new Prompt.Text("Once upon a time"), Sampling.DEFAULT.withSeed(3), 20_000).withGrammar(ENDLESS);
    private static final WorkerSettings IMPATIENT = new WorkerSettings(256, Duration.ofSeconds(60), Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final TestEngines.Kind kind;

    @TempDir
    private Path folder;

    WorkerDeathTest(TestEngines.Kind kind) {
        this.kind = kind;
    }

    @Test
    void killedMidAnswerItIsStartedAnewOnTheNextRequest() throws Exception {
        killMidAnswer(3);
    }

    @Test
    @Tag("soak")
    void killedTwentyTimesInARow() throws Exception {
        killMidAnswer(20);
    }

    private void killMidAnswer(int times) throws Exception {
        Path file = TestModels.find("stories260K-f32.gguf").orElseGet(() -> GgufFixture.llama().contextLength(20_000).writeTo(folder.resolve("tiny.gguf")));
        try (ModelPool pool = new ModelPool(kind.engine())) {
            for (int i = 0; i < times; i++) {
                String before = "";
                OpenModel model;
                try (ModelPool.Lease lease = pool.use(OpenRequest.toGenerate(file, 20_000), ModelPool.Priority.PERSON); Generation generation = lease.model().generate(LONG_STORY)) {
                    model = lease.model();
                    before += firstText(generation);
                    TestEngines.signal("KILL", model);
                    EngineException death = assertThrows(EngineException.class, () -> Answers.of(generation));
                    assertEquals(EngineException.Kind.DIED, death.kind());
                    assertTrue(death.getMessage().contains("signal 9"), death.getMessage());
                }
                assertFalse(before.isEmpty());
                assertFalse(model.isAlive());
                assertThrows(EngineException.class, () -> model.countTokens(new Prompt.Text("x")));
            }
            GenerateRequest request = GenerateRequest.of(new Prompt.Text("Once upon a time"), Sampling.GREEDY, 5);
            try (ModelPool.Lease lease = pool.use(OpenRequest.toGenerate(file, 20_000), ModelPool.Priority.PERSON)) {
                assertEquals(StopReason.LENGTH, Answers.of(lease.model(), request).reason());
            }
        }
    }

    @Test
    void oneThatHangsIsEnded() throws Exception {
        try (OpenModel model = kind.engine(IMPATIENT).open(OpenRequest.toGenerate(tiny(), 20_000)); Generation generation = model.generate(LONG_STORY)) {
            firstText(generation);
            TestEngines.signal("STOP", model);
            EngineException hung = assertThrows(EngineException.class, () -> Answers.of(generation));
            assertEquals(EngineException.Kind.HUNG, hung.kind());
            assertFalse(model.isAlive());
        }
    }

    /** Several times: reports still in the pipe when it stops must not be taken for life. */
    @RepeatedTest(3)
    void cancellingOneThatHangsDoesNotWaitForLong() throws Exception {
        var patientUnlessCancelled = new WorkerSettings(256, Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(1));
        try (OpenModel model = kind.engine(patientUnlessCancelled).open(OpenRequest.toGenerate(tiny(), 20_000)); Generation generation = model.generate(LONG_STORY)) {
            firstText(generation);
            TestEngines.signal("STOP", model);
            generation.cancel();
            assertEquals(EngineException.Kind.HUNG, assertThrows(EngineException.class, () -> Answers.of(generation)).kind());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEGV", "ABRT"})
    void aCrashInNativeCodeIsASentence(String signal) throws Exception {
        try (OpenModel model = kind.engine().open(OpenRequest.toGenerate(tiny(), 20_000)); Generation generation = model.generate(LONG_STORY)) {
            firstText(generation);
            TestEngines.signal(signal, model);
            EngineException death = assertThrows(EngineException.class, () -> Answers.of(generation));
            assertEquals(EngineException.Kind.DIED, death.kind());
            assertTrue(death.getMessage().contains("signal"), death.getMessage());
        }
    }

    /** A worker without the file mapped goes on; one with it dies, and says so. */
    @Test
    void aFileCutWhileOpenIsSurvivedOrASentence() throws Exception {
        Path file = tiny();
        try (OpenModel model = kind.engine().open(OpenRequest.toGenerate(file, 256))) {
            try (var bytes = FileChannel.open(file, StandardOpenOption.WRITE)) {
                bytes.truncate(4096);
            }
            var request = GenerateRequest.of(new Prompt.Text("Once upon a time"), Sampling.GREEDY, 5);
            if (kind.equals(TestEngines.ON_BOARD)) assertEquals(EngineException.Kind.DIED, assertThrows(EngineException.class, () -> Answers.of(model, request)).kind());
            else assertTrue(Answers.of(model, request).usage().completionTokens() > 0);
        }
        EngineException refusal = assertThrows(EngineException.class, () -> kind.engine().open(OpenRequest.toGenerate(file, 256)));
        assertEquals(EngineException.Kind.REFUSED, refusal.kind());
    }

    @Test
    void closingEndsTheProcessAndWhatRunsInIt() throws Exception {
        OpenModel model = kind.engine().open(OpenRequest.toGenerate(tiny(), 20_000));
        ProcessHandle worker = ProcessHandle.of(((WorkerModel) model).pid()).orElseThrow();
        Generation generation = model.generate(LONG_STORY);
        firstText(generation);
        model.close();
        model.close();
        assertFalse(worker.isAlive());
        assertFalse(model.isAlive());
        assertThrows(EngineException.class, () -> Answers.of(generation));
        EngineException closed = assertThrows(EngineException.class, () -> model.generate(LONG_STORY));
        assertEquals(EngineException.Kind.NOT_POSSIBLE, closed.kind());
    }

    @Test
    void aKilledApplicationLeavesNoWorkerBehind() throws Exception {
        Process application = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-cp", System.getProperty("java.class.path"), Application.class.getName(), tiny().toString(), kind.name()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        ProcessHandle worker;
        try (var output = application.inputReader()) {
            worker = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            assertTrue(worker.isAlive());
            application.destroyForcibly().waitFor();
            worker.onExit().get(10, TimeUnit.SECONDS);
        }
        assertFalse(worker.isAlive());
    }

    /** A program that has a worker write and says its number. */
    static final class Application {
        public static void main(String[] arguments) throws Exception {
            var kind = TestEngines.all().stream().filter(each -> each.name().equals(arguments[1])).findFirst().orElseThrow();
            OpenModel model = kind.engine().open(OpenRequest.toGenerate(Path.of(arguments[0]), 20_000));
            Generation generation = model.generate(LONG_STORY);
            firstText(generation);
            System.out.println(((WorkerModel) model).pid());
            while (true) generation.next();
        }
    }

    private Path tiny() {
        return GgufFixture.llama().contextLength(20_000).writeTo(folder.resolve("tiny.gguf"));
    }

    private static String firstText(Generation generation) throws EngineException, InterruptedException {
        while (true) {
            if (generation.next() instanceof GenerationEvent.Text text) return text.text();
        }
    }
}
