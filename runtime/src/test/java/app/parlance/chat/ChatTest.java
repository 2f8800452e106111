package app.parlance.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.chat.Answer.ChatEvent;
import app.parlance.chat.Chat.ContextUse;
import app.parlance.engine.EngineException;
import app.parlance.engine.ModelPool;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Sampling;
import app.parlance.engine.StopReason;
import app.parlance.engine.TestModels;
import app.parlance.engine.llama.LlamaEngine;
import app.parlance.history.ConversationSettings;
import app.parlance.history.History;
import app.parlance.history.HistoryException;
import app.parlance.history.Message;
import app.parlance.measure.Measurements;
import app.parlance.mode.Mode;
import app.parlance.mode.Modes;
import app.parlance.mode.Task;
import app.parlance.mode.TestSurroundings;
import app.parlance.model.ModelStore;
import app.parlance.model.StoredModel;
import app.parlance.problem.ProblemException;
import app.parlance.settings.Settings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The chat over a real history file and SmolLM2 in a real worker. */
@Timeout(120)
class ChatTest {
    private static ModelPool pool;
    private static Path model;

    @TempDir Path folder;
    private History history;
    private Chat chat;

    @BeforeAll
    static void startEngine() {
        model = TestModels.smolLm();
        pool = new ModelPool(LlamaEngine.onBoard());
    }

    @AfterAll
    static void endEngine() {
        if (pool != null) pool.close();
    }

    @BeforeEach
    void open() throws HistoryException {
        history = History.open(folder.resolve("parlance.db"));
        chat = new Chat(history, new ModelStore(folder.resolve("models"), List.of(model.getParent())), pool, model::toString, () -> "");
    }

    @AfterEach
    void close() {
        history.close();
    }

    private long conversation(int maxTokens, int contextTokens) throws HistoryException {
        return history.create(new ConversationSettings("", "", Sampling.GREEDY, maxTokens, contextTokens)).id();
    }

    private static List<ChatEvent> readAll(Answer answer) throws ProblemException, InterruptedException {
        List<ChatEvent> events = new ArrayList<>();
        do events.add(answer.next());
        while (!(events.getLast() instanceof ChatEvent.Done));
        return events;
    }

    private static ChatEvent.Done finish(Answer answer) throws ProblemException, InterruptedException {
        return (ChatEvent.Done) readAll(answer).getLast();
    }

    private static String text(List<ChatEvent> events) {
        StringBuilder text = new StringBuilder();
        for (ChatEvent event : events) {
            if (event instanceof ChatEvent.Text(String more, int tokens)) text.append(more);
        }
        return text.toString();
    }

    /** Reads until this many pieces of text have come. */
    private static String readSome(Answer answer, int pieces) throws ProblemException, InterruptedException {
        StringBuilder text = new StringBuilder();
        while (pieces > 0) {
            if (answer.next() instanceof ChatEvent.Text(String more, int tokens)) {
                text.append(more);
                pieces--;
            }
        }
        return text.toString();
    }

    @Test
    void whatIsSentIsStoredAnsweredAndSaved() throws Exception {
        pool.close();
        long c = conversation(12, 0);
        Answer answer = chat.send(c, "What is the capital of France? Answer in a word.");
        assertEquals(Message.State.STREAMING, history.messages(c).getLast().state());
        List<ChatEvent> events = readAll(answer);
        assertInstanceOf(ChatEvent.Loading.class, events.getFirst());
        ChatEvent.Done done = (ChatEvent.Done) events.getLast();
        assertTrue(text(events).contains("Paris"), () -> text(events));
        assertEquals(text(events), done.message().text());
        assertEquals(done.message(), history.messages(c).getLast());
        assertEquals("What is the capital of France?", history.conversation(c).orElseThrow().title());
        Message.Figures figures = done.message().figures();
        assertTrue(figures.promptTokens() > 10 && figures.completionTokens() > 0 && figures.timeToFirstTokenMillis() > 0, figures::toString);
        assertThrows(IllegalStateException.class, answer::next);
    }

    @Test
    void aCutAnswerIsContinuedInPlace() throws Exception {
        long c = conversation(8, 0);
        Message cut = finish(chat.send(c, "Count from one to twenty in words.")).message();
        assertEquals(Message.State.CUT, cut.state());
        history.configure(c, new ConversationSettings("", "", Sampling.GREEDY, 16, 0));
        Answer more = chat.continueAnswer(cut.id());
        assertEquals(cut.text(), more.message().text());
        Message longer = finish(more).message();
        assertEquals(cut.id(), longer.id());
        assertTrue(longer.text().startsWith(cut.text()) && longer.text().length() > cut.text().length(), longer::text);
        assertEquals(24, longer.figures().completionTokens());
        assertEquals(longer, history.messages(c).getLast());
        assertEquals(2, history.allMessages(c).size());
    }

    @Test
    void stoppingKeepsWhatHadCome() throws Exception {
        long c = conversation(0, 0);
        Answer answer = chat.send(c, "Write a long story about a river.");
        String before = readSome(answer, 5);
        Thread.startVirtualThread(answer::cancel).join();
        ChatEvent.Done done = finish(answer);
        assertEquals(StopReason.CANCELLED, done.finished().reason());
        assertEquals(Message.State.STOPPED, done.message().state());
        assertTrue(history.messages(c).getLast().text().startsWith(before));
    }

    @Test
    void stoppingBeforeTheFirstEventAndClosingEndItToo() throws Exception {
        long c = conversation(0, 0);
        Answer stopped = chat.send(c, "Hello");
        stopped.cancel();
        assertEquals(Message.State.STOPPED, finish(stopped).message().state());
        try (Answer closed = chat.regenerate(stopped.message().id())) {
            readSome(closed, 2);
        }
        assertEquals(Message.State.STOPPED, history.messages(c).getLast().state());
        assertFalse(history.messages(c).getLast().text().isEmpty());
    }

    @Test
    void stoppingWhileTheModelLoads() throws Exception {
        pool.close();
        long c = conversation(0, 0);
        Answer answer = chat.send(c, "Hello");
        assertInstanceOf(ChatEvent.Loading.class, answer.next());
        CompletableFuture<ChatEvent> next = new CompletableFuture<>();
        Thread reader = Thread.startVirtualThread(() -> {
            try {
                next.complete(answer.next());
            } catch (ProblemException | InterruptedException e) {
                next.completeExceptionally(e);
            }
        });
        while (reader.getState() == Thread.State.NEW) Thread.onSpinWait();
        answer.cancel();
        ChatEvent event = next.get();
        while (!(event instanceof ChatEvent.Done)) event = answer.next();
        assertEquals(Message.State.STOPPED, history.messages(c).getLast().state());
        assertEquals(Message.State.CUT, finish(chat.send(conversation(3, 0), "Tell me about rivers.")).message().state());
    }

    @Test
    void anotherAnswerAndAnEditedMessageAreBranches() throws Exception {
        long c = conversation(6, 0);
        Message first = finish(chat.send(c, "Name a colour.")).message();
        history.configure(c, new ConversationSettings("", "", new Sampling(1.5, 0, 1, 0, 1, 7), 6, 0));
        Message second = finish(chat.regenerate(first.id())).message();
        assertEquals(List.of(first.id(), second.id()), history.branches(second.id()).stream().map(Message::id).toList());
        assertNotEquals(first.text(), second.text());

        Answer edited = chat.edit(first.parent(), "Name an animal.");
        finish(edited);
        assertEquals("Name an animal.", history.messages(c).getFirst().text());
        assertEquals(2, history.branches(edited.question().id()).size());
        history.select(first.id());
        assertEquals(first.text(), history.messages(c).getLast().text());
    }

    @Test
    void aDeadWorkerLeavesWhatHadComeAndTheNextRequestStartsAnother() throws Exception {
        long c = conversation(0, 0);
        Answer answer = chat.send(c, "Write a long story about a mountain.");
        String before = readSome(answer, 5);
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
        ProblemException problem = assertThrows(ProblemException.class, () -> readAll(answer));
        assertFalse(problem.getMessage().isBlank());
        Message kept = history.messages(c).getLast();
        assertEquals(Message.State.INTERRUPTED, kept.state());
        assertTrue(kept.text().startsWith(before));
        history.configure(c, new ConversationSettings("", "", Sampling.GREEDY, 5, 0));
        Message continued = finish(chat.continueAnswer(kept.id())).message();
        assertTrue(continued.text().length() > kept.text().length());
    }

    @Test
    void anOutgrownConversationWaitsForTheChoice() throws Exception {
        long c = conversation(10, 256);
        Message first = finish(chat.send(c, "My name is Ada. " + "I like rivers. ".repeat(25))).message();
        OutgrownException outgrown = assertThrows(OutgrownException.class, () -> readAll(chat.send(c, "And I like hills. " + "They are green. ".repeat(25))));
        assertTrue(outgrown.tokens() > outgrown.limit() - 10 && outgrown.limit() == 256, outgrown::getMessage);
        List<Message> shown = history.messages(c);
        assertEquals(outgrown.message(), shown.getLast().id());
        assertEquals(3, shown.size());
        assertEquals(3, history.allMessages(c).size());

        Message answer = finish(chat.answerWithoutOldest(outgrown.message())).message();
        assertEquals(outgrown.message(), answer.parent());
        assertTrue(answer.figures().promptTokens() < 200);
        assertEquals(first.id(), history.messages(c).get(1).id());
    }

    @Test
    void aMessageTooLongForTheContextIsKept() throws Exception {
        long c = conversation(10, 256);
        EngineException problem = assertThrows(EngineException.class, () -> readAll(chat.send(c, "word ".repeat(400))));
        assertEquals(EngineException.Kind.PROMPT_TOO_LONG, problem.kind());
        assertEquals(1, history.messages(c).size());
        assertTrue(history.messages(c).getFirst().text().length() >= 1999);
    }

    @Test
    void aHistoryThatFailsMidwayDoesNotStopTheAnswer() throws Exception {
        long c = conversation(30, 0);
        Answer answer = chat.send(c, "Count from one to thirty.");
        String before = readSome(answer, 2);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("parlance.db"))) {
            other.createStatement().executeUpdate("CREATE TRIGGER full BEFORE UPDATE ON message BEGIN SELECT RAISE(ABORT, 'no room'); END");
        }
        List<ChatEvent> events = new ArrayList<>();
        HistoryException problem = assertThrows(HistoryException.class, () -> {
            while (true) events.add(answer.next());
        });
        assertTrue(text(events).length() > before.length());
        assertTrue(problem.getMessage().startsWith("The end of the answer could not be saved."), problem.full());
    }

    @Test
    void theContextMeterEstimatesUntilTheModelIsThere() throws Exception {
        pool.close();
        long c = conversation(5, 1024);
        ContextUse before = chat.contextUse(c, "Where do rivers begin?");
        assertFalse(before.exact());
        assertEquals(1024, before.limit());
        Message answer = finish(chat.send(c, "Where do rivers begin?")).message();
        ContextUse after = chat.contextUse(c, "");
        assertTrue(after.exact());
        assertTrue(after.tokens() >= answer.figures().promptTokens() + 5 && after.tokens() < answer.figures().promptTokens() + 20,
                after + " " + answer.figures());
        ContextUse draft = chat.contextUse(c, "And where do they end?");
        Message second = finish(chat.send(c, "And where do they end?")).message();
        assertEquals(second.figures().promptTokens(), draft.tokens(), 3);
        assertTrue(Math.abs(before.tokens() - answer.figures().promptTokens()) < 40, before + " " + answer.figures());
    }

    @Test
    void answersInDifferentConversationsDoNotDisturbEachOther() throws Exception {
        List<Message> done = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<java.util.concurrent.Future<Message>> answers = new ArrayList<>();
            for (int context : new int[] {0, 2048}) { // another context opens the model anew
                long c = conversation(15, context);
                answers.add(threads.submit(() -> finish(chat.send(c, "Count from one to ten in words.")).message()));
            }
            for (var answer : answers) done.add(answer.get());
        }
        assertEquals(1, done.stream().map(Message::text).distinct().count(), () -> done.toString());
        assertEquals(15, done.getFirst().figures().completionTokens());
    }

    @Test
    void withoutAModelTheMessageIsKeptAndTheWayToOneIsNamed() throws Exception {
        Chat without = new Chat(history, new ModelStore(folder.resolve("empty"), List.of()), pool, () -> null, () -> "");
        long c = conversation(5, 0);
        ProblemException problem = assertThrows(ProblemException.class, () -> without.send(c, "Hello?"));
        assertTrue(problem.remedy().contains("parlance models fetch"), problem.full());
        assertEquals("Hello?", history.messages(c).getLast().text());
        assertFalse(without.contextUse(c, "draft").exact());
        assertEquals(Message.State.CUT, finish(chat.regenerate(history.messages(c).getLast().id())).message().state());
    }

    @Test
    void aConversationKeepsItsModeAndItsMessagesWhenTheModeChanges() throws Exception {
        ModelStore store = new ModelStore(folder.resolve("models"), List.of(model.getParent()));
        try (Measurements measurements = Measurements.open(folder.resolve("measurements.db"))) {
            Modes modes = new Modes(new Settings(folder.resolve("settings.properties")), here(store.find(model.toString()).orElseThrow(), measurements));
            Chat moded = new Chat(history, store, pool, () -> null, Optional.of(modes), () -> "", _ -> Optional.empty());
            ConversationSettings brief = new ConversationSettings("", "", Sampling.GREEDY, 3, 0, "BALANCED");
            long c = history.create(brief).id();
            assertEquals("BALANCED", finish(moded.send(c, "Name a river.")).message().mode());
            history.close();

            history = History.open(folder.resolve("parlance.db"));
            moded = new Chat(history, store, pool, () -> null, Optional.of(modes), () -> "", _ -> Optional.empty());
            assertEquals("BALANCED", history.conversation(c).orElseThrow().settings().mode());
            List<Message> before = history.messages(c);
            history.configure(c, brief.withMode("ACCURATE"));
            assertEquals(before, history.messages(c));
            assertEquals("ACCURATE", finish(moded.send(c, "And a hill.")).message().mode());
            assertEquals(before, history.messages(c).subList(0, 2));

            history.configure(c, brief.withMode(""));
            modes.choose(Task.CHAT, Mode.AUTO);
            assertEquals("AUTO", finish(moded.send(c, "And a lake.")).message().mode());
            assertEquals(List.of("BALANCED", "ACCURATE", "AUTO"), history.messages(c).stream().map(Message::mode).filter(mode -> !mode.isEmpty()).toList());
        }
    }

    /** A machine with this model only. */
    private static Modes.Surroundings here(StoredModel only, Measurements measurements) {
        return new TestSurroundings(() -> List.of(only), measurements) {
            @Override
            public boolean isOpen(OpenRequest request) {
                return pool.isOpen(request);
            }
        };
    }

    @Test
    void aBetterTitleIsWrittenOnceAndNeverOverAPersons() throws Exception {
        long c = conversation(20, 0);
        finish(chat.send(c, "Explain in one sentence why the sky is blue."));
        String first = history.conversation(c).orElseThrow().title();
        String title = chat.improveTitle(c).orElse(first);
        assertEquals(title, history.conversation(c).orElseThrow().title());
        assertTrue(title.length() <= 49 && !title.isBlank(), title);

        history.rename(c, "Mine", true);
        assertTrue(chat.improveTitle(c).isEmpty());
        assertEquals("Mine", history.conversation(c).orElseThrow().title());
        try (History temporary = History.temporary()) {
            Chat fleeting = new Chat(temporary, new ModelStore(folder.resolve("models"), List.of()), pool, model::toString, () -> "");
            long t = temporary.create(new ConversationSettings("", "", Sampling.GREEDY, 5, 0)).id();
            finish(fleeting.send(t, "Hello"));
            assertTrue(fleeting.improveTitle(t).isEmpty());
        }
    }

    @Test
    void theDefaultSystemPromptServesConversationsWithoutOneOfTheirOwn() throws Exception {
        ModelStore store = new ModelStore(folder.resolve("models"), List.of(model.getParent()));
        Chat told = new Chat(history, store, pool, model::toString, () -> "Answer every question with the single word banana, whatever it is about.");
        long own = history.create(new ConversationSettings("", "You are terse.", Sampling.GREEDY, 8, 0)).id();
        long none = history.create(new ConversationSettings("", "", Sampling.GREEDY, 8, 0)).id();
        finish(chat.send(none, "What is the capital of France?"));
        int withoutDefault = history.messages(none).getLast().figures().promptTokens();
        int withDefault = finish(told.regenerate(history.messages(none).getLast().id())).message().figures().promptTokens();
        assertNotEquals(withoutDefault, withDefault, "the default system prompt did not reach the model");
        finish(told.send(own, "What is the capital of France?"));
        int ownTokens = history.messages(own).getLast().figures().promptTokens();
        assertEquals(ownTokens, finish(chat.regenerate(history.messages(own).getLast().id())).message().figures().promptTokens());
        assertEquals("", history.conversation(none).orElseThrow().settings().system(), "a default is not stored");
    }
}
