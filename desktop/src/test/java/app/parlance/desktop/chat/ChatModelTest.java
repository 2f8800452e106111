package app.parlance.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.desktop.chat.Problem.Remedy;
import app.parlance.desktop.transcript.Transcript.Entry;
import app.parlance.desktop.transcript.Transcript.State;
import app.parlance.desktop.widget.Preferences;
import app.parlance.engine.Sampling;
import app.parlance.history.ConversationSettings;
import app.parlance.history.History;
import app.parlance.history.Message;
import app.parlance.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that the chat does, with the real engine and no window. */
class ChatModelTest {
    private static final String LONG = "Write a long story about a ship and count all its sails one by one.";

    @TempDir
    Path home;
    private final ExecutorService ui = Executors.newSingleThreadExecutor();
    private Rooms rooms;

    @AfterEach
    void close() {
        if (rooms != null) rooms.close();
        ui.shutdownNow();
    }

    private ChatModel start() throws Exception {
        rooms = Rooms.withSmolLm(home, ui);
        return rooms.chat;
    }

    private Row.Item first() {
        return (Row.Item) rooms.chat.rowsProperty().get().stream().filter(Row.Item.class::isInstance).findFirst().orElseThrow();
    }

    private List<Entry> entries() {
        return rooms.onUi(() -> rooms.chat.current().entries());
    }

    @Test
    void anAnswerIsOnDiskWithItsFiguresAndTheConversationHasATitle() throws Exception {
        ChatModel chat = start();
        rooms.answerBriefly(12);
        rooms.ask("What is the capital of France?");
        assertEquals(2, entries().size());
        Entry answer = entries().getLast();
        assertFalse(answer.markdown().isBlank());
        assertTrue(answer.figures().contains("ms/token"), answer.figures());
        assertEquals(State.CUT, answer.state(), "twelve tokens are less than it has to say");
        assertEquals("", chat.current().draftProperty().get());
        assertTrue(rooms.await(chat.current().contextUseProperty(), use -> use != null).tokens() > 20);
        assertTrue(chat.current().tokensPerSecondProperty().get() > 0);
        long id = chat.current().storedProperty().get().id();
        assertEquals(answer.markdown(), rooms.history.messages(id).getLast().text());
        assertFalse(rooms.history.conversation(id).orElseThrow().title().isEmpty());
    }

    @Test
    void stoppingKeepsWhatHasComeAndContinuingGoesOnInPlace() throws Exception {
        ChatModel chat = start();
        rooms.answerBriefly(400);
        rooms.begin(LONG);
        rooms.await(chat.current().activityProperty(), Activity.Writing.class::isInstance);
        rooms.run(chat.current()::stop);
        rooms.awaitIdle();
        Entry stopped = entries().getLast();
        assertEquals(State.STOPPED, stopped.state());
        rooms.answerBriefly(8);
        rooms.run(() -> chat.current().continueAnswer(stopped.id()));
        rooms.awaitIdle();
        Entry longer = entries().getLast();
        assertEquals(stopped.id(), longer.id());
        assertTrue(longer.markdown().startsWith(stopped.markdown()) && longer.markdown().length() > stopped.markdown().length());
    }

    @Test
    void editingAndRegeneratingMakeBranchesThatStayReachable() throws Exception {
        ChatModel chat = start();
        rooms.answerBriefly(6);
        rooms.ask("Name a colour.");
        long first = entries().getLast().id();
        rooms.run(() -> chat.current().regenerate(first));
        rooms.awaitIdle();
        assertEquals(2, entries().getLast().branches());
        assertEquals(2, entries().getLast().branch());
        rooms.run(chat.current()::editLast);
        assertEquals("Name a colour.", chat.current().draftProperty().get());
        rooms.ask("Name a fruit.");
        assertNull(chat.current().editingProperty().get());
        assertEquals("Name a fruit.", entries().getFirst().markdown());
        assertEquals(2, entries().getFirst().branches());
        long edited = entries().getFirst().id();
        var screen = new Shown();
        rooms.run(() -> chat.current().showOn(screen));
        rooms.run(() -> chat.current().showBranch(edited, -1));
        screen.awaitFirst("Name a colour.");
        assertEquals("Name a colour.", entries().getFirst().markdown());
        assertEquals(2, entries().getLast().branches());
    }

    @Test
    void anAnswerGoesOnWhileAnotherConversationIsOpen() throws Exception {
        ChatModel chat = start();
        rooms.answerBriefly(60);
        rooms.begin(LONG);
        ConversationModel busy = chat.current();
        rooms.await(busy.activityProperty(), Activity.Writing.class::isInstance);
        rooms.run(chat::newConversation);
        rooms.await(chat.rowsProperty(), rows -> rows.stream().anyMatch(row -> row instanceof Row.Item item && item.answering()));
        rooms.run(() -> chat.current().draftProperty().set("half a thought"));
        var screen = new Shown();
        rooms.run(() -> {
            chat.open(first());
        });
        rooms.await(chat.currentProperty(), open -> open == busy);
        rooms.run(() -> busy.showOn(screen));
        rooms.await(busy.activityProperty(), activity -> !activity.isAnswering());
        assertEquals(screen.begun + screen.appended, rooms.onUi(() -> busy.entries().getLast().markdown()));
    }

    @Test
    void anAnswerThatWaitsForAnotherSaysSo() throws Exception {
        ChatModel chat = start();
        rooms.answerBriefly(400);
        rooms.begin(LONG);
        ConversationModel busy = chat.current();
        rooms.await(busy.activityProperty(), Activity.Writing.class::isInstance);
        rooms.run(chat::newConversation);
        rooms.answerBriefly(4);
        rooms.begin("And you?");
        rooms.await(chat.current().activityProperty(), Activity.Waiting.class::isInstance);
        rooms.run(busy::stop);
        rooms.await(chat.current().activityProperty(), Activity.Reading.class::isInstance);
        rooms.awaitIdle();
        assertFalse(entries().getLast().markdown().isEmpty());
    }

    @Test
    void newConversationsBeginAsTheSettingsSayAndLeaveTheModelToTheMode() throws Exception {
        ChatModel chat = start();
        rooms.systemPrompt = "Answer in rhymes.";
        rooms.run(chat::refreshDefaults);
        ConversationSettings begun = chat.current().settingsProperty().get();
        assertEquals("Answer in rhymes.", begun.system());
        rooms.run(() -> chat.current().configure(new ConversationSettings("", begun.system(), Sampling.GREEDY, 3, 0)));
        rooms.ask("Name a colour.");
        ConversationSettings kept = rooms.history.conversation(chat.current().storedProperty().get().id()).orElseThrow().settings();
        assertEquals("Answer in rhymes.", kept.system());
        assertEquals("", kept.model(), "the mode chooses, as long as the person does not");
        rooms.systemPrompt = "Be brief.";
        rooms.run(chat::refreshDefaults);
        assertEquals("Answer in rhymes.", chat.current().settingsProperty().get().system(), "what has begun stays as it is");
        rooms.run(chat::newConversation);
        assertEquals("Be brief.", chat.current().settingsProperty().get().system());
    }

    @Test
    void whenAllIsDeletedAnEmptyConversationIsOpen() throws Exception {
        ChatModel chat = start();
        rooms.answerBriefly(3);
        rooms.ask("Name a colour.");
        rooms.history.delete(chat.current().storedProperty().get().id());
        rooms.history.purge();
        rooms.run(chat::allDeleted);
        assertTrue(chat.current().emptyProperty().get());
        rooms.await(chat.rowsProperty(), List::isEmpty);
    }

    @Test
    void aDeadWorkerLeavesItsTextAndTheAnswerCanGoOn() throws Exception {
        ChatModel chat = start();
        rooms.answerBriefly(400);
        rooms.begin(LONG);
        rooms.await(chat.current().tokensPerSecondProperty(), speed -> speed.doubleValue() > 0);
        Rooms.killWorker();
        Problem problem = rooms.await(chat.current().problemProperty(), one -> one != null);
        assertTrue(problem.remedies().contains(Remedy.CONTINUE), problem.toString());
        Entry left = entries().getLast();
        assertEquals(State.INTERRUPTED, left.state());
        assertFalse(left.markdown().isEmpty());
        rooms.answerBriefly(8);
        rooms.run(() -> chat.remedy(Remedy.CONTINUE));
        rooms.awaitIdle();
        assertNull(chat.current().problemProperty().get());
        assertTrue(entries().getLast().markdown().startsWith(left.markdown()));
    }

    @Test
    void aTemporaryChatLeavesNoTrace() throws Exception {
        ChatModel chat = start();
        rooms.run(chat::newTemporaryChat);
        rooms.await(chat.currentProperty(), ConversationModel::isTemporary);
        rooms.answerBriefly(8);
        rooms.ask("The password is xyzzyplugh.");
        assertEquals(2, entries().size());
        assertTrue(((Row.Item) chat.rowsProperty().get().get(1)).temporary());
        rooms.run(() -> chat.delete(first()));
        assertFalse(chat.current().isTemporary());
        assertTrue(rooms.history.conversations().isEmpty());
        rooms.close();
        rooms = null;
        try (var files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("xyzzyplugh"), file.toString());
            }
        }
    }

    @Test
    void deletingCanBeUndoneUntilItIsPurged() throws Exception {
        ChatModel chat = start();
        rooms.answerBriefly(4);
        rooms.ask("Remember the word quixotry.");
        rooms.await(chat.rowsProperty(), rows -> rows.size() == 2);
        Row.Item item = first();
        rooms.run(() -> chat.delete(item));
        assertTrue(chat.current().emptyProperty().get(), "an empty conversation takes its place");
        rooms.await(chat.rowsProperty(), List::isEmpty);
        rooms.run(() -> chat.restore(item));
        rooms.await(chat.rowsProperty(), rows -> rows.size() == 2);
        rooms.await(chat.currentProperty(), open -> open.storedProperty().get() != null);
        assertEquals(1, rooms.history.search("quixotry", 10).stream().filter(hit -> hit.message() != 0).count());
        rooms.run(() -> chat.delete(item));
        rooms.run(() -> chat.purge(item));
        rooms.close();
        rooms = null;
        try (History history = History.open(home.resolve("history.db"))) {
            assertTrue(history.search("quixotry", 10).isEmpty());
            assertTrue(history.conversation(item.conversation().id()).isEmpty());
        }
    }

    @Test
    void closingWhileAnAnswerIsWrittenKeepsIt() throws Exception {
        ChatModel chat = start();
        rooms.answerBriefly(400);
        rooms.begin(LONG);
        rooms.await(chat.current().tokensPerSecondProperty(), speed -> speed.doubleValue() > 0);
        long id = chat.current().storedProperty().get().id();
        rooms.close();
        rooms = null;
        try (History history = History.open(home.resolve("history.db"))) {
            Message answer = history.messages(id).getLast();
            assertEquals(Message.State.STOPPED, answer.state());
            assertFalse(answer.text().isEmpty());
        }
    }

    @Test
    void withoutAModelTheMessageIsKeptAndModelsAreOffered() throws Exception {
        var preferences = new Preferences(new Settings(home.resolve("settings.properties")), problem -> { throw new AssertionError(problem); });
        rooms = new Rooms(home, ui, List.of(), preferences);
        rooms.begin("Is anybody there?");
        Problem problem = rooms.await(rooms.chat.current().problemProperty(), one -> one != null);
        assertTrue(problem.remedies().contains(Remedy.MODELS), problem.toString());
        assertEquals("Is anybody there?", entries().getLast().markdown());
        assertEquals("", rooms.chat.current().draftProperty().get());
    }

    @Test
    void aConversationThatOutgrowsItsContextOffersThreeWaysAndGoesOn() throws Exception {
        ChatModel chat = start();
        rooms.run(() -> chat.current().configure(new ConversationSettings("", "", Sampling.GREEDY, 8, 256)));
        rooms.ask("Remember this: " + "a blue bird sat on a wire. ".repeat(18));
        rooms.begin("And this: " + "a red fox ran over a hill. ".repeat(14));
        Problem problem = rooms.await(chat.current().problemProperty(), one -> one != null);
        assertEquals(List.of(Remedy.LEAVE_OUT_OLDEST, Remedy.LARGER_CONTEXT, Remedy.NEW_CONVERSATION), problem.remedies());
        assertEquals(3, entries().size(), "what was written is kept");
        assertEquals("", chat.current().draftProperty().get());
        rooms.run(() -> chat.remedy(Remedy.LEAVE_OUT_OLDEST));
        rooms.awaitIdle();
        assertEquals(4, entries().size());
        rooms.begin("And more: " + "a grey cat slept in the sun. ".repeat(14));
        rooms.await(chat.current().problemProperty(), one -> one != null);
        rooms.run(() -> chat.remedy(Remedy.LARGER_CONTEXT));
        rooms.awaitIdle();
        assertNull(chat.current().problemProperty().get());
        assertEquals(6, entries().size());
        assertTrue(chat.current().settingsProperty().get().contextTokens() > 256);
    }
}
