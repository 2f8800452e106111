package app.parlance.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.chat.Answer.ChatEvent;
import app.parlance.connection.ConnectionLog;
import app.parlance.engine.ModelPool;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Sampling;
import app.parlance.engine.StopReason;
import app.parlance.engine.TestModels;
import app.parlance.engine.llama.LlamaEngine;
import app.parlance.engine.llama.WorkerSettings;
import app.parlance.history.ConversationSettings;
import app.parlance.history.History;
import app.parlance.history.Message;
import app.parlance.model.ModelStore;
import app.parlance.natives.Natives;
import app.parlance.natives.TestNatives;
import app.parlance.platform.Folders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An answer whose model is on its way into memory, with the newer runtime and a model that takes seconds. */
@Timeout(120)
class LoadingTest {
    @TempDir Path folder;
    private History history;
    private ModelPool pool;
    private Chat chat;
    private long conversation;

    @BeforeEach
    void open() throws Exception {
        var file = TestModels.qwenOneAndAHalfBillion();
        var ready = TestNatives.ready();
        var architectures = Natives.of(Folders.of(Map.of()), Map.of(), new ConnectionLog()).pin().architectures().writing();
        pool = new ModelPool(LlamaEngine.newer(ready.folder(), ready.llamaCpp(), architectures, WorkerSettings.DEFAULT));
        history = History.open(folder.resolve("parlance.db"));
        chat = new Chat(history, new ModelStore(folder.resolve("models"), List.of(file.getParent())), pool, file::toString, () -> "");
        conversation = history.create(new ConversationSettings("", "", Sampling.GREEDY, 4, 512)).id();
    }

    @AfterEach
    void close() {
        if (pool != null) pool.close();
        if (history != null) history.close();
    }

    @Test
    void itsProgressIsToldAndStoppingEndsItAtOnce() throws Exception {
        var answer = chat.send(conversation, "Hello");
        assertTrue(Double.isNaN(assertInstanceOf(ChatEvent.Loading.class, answer.next()).share()), "nothing is known yet");
        assertTrue(assertInstanceOf(ChatEvent.Loading.class, answer.next()).share() > 0);
        var meter = System.nanoTime();
        chat.contextUse(conversation, "a draft");
        assertTrue(Duration.ofNanos(System.nanoTime() - meter).toMillis() < 500, "counting waits for no load");

        var asked = System.nanoTime();
        Thread.ofVirtual().start(answer::cancel);
        ChatEvent event;
        do event = answer.next();
        while (event instanceof ChatEvent.Loading);
        assertTrue(Duration.ofNanos(System.nanoTime() - asked).toMillis() < 1000, "it ended at once");
        var done = assertInstanceOf(ChatEvent.Done.class, event);
        assertEquals(StopReason.CANCELLED, done.finished().reason());
        assertEquals(Message.State.STOPPED, history.messages(conversation).getLast().state());
        assertFalse(pool.isOpen(OpenRequest.toGenerate(TestModels.qwenOneAndAHalfBillion(), 512)));

        answersAfterwards(done.message().id());
    }

    private void answersAfterwards(long message) throws Exception {
        var shares = new ArrayList<Double>();
        try (var answer = chat.regenerate(message)) {
            ChatEvent event;
            do {
                event = answer.next();
                if (event instanceof ChatEvent.Loading(_, double share)) shares.add(share);
            } while (!(event instanceof ChatEvent.Done));
            assertFalse(((ChatEvent.Done) event).message().text().isBlank());
        }
        var told = shares.subList(1, shares.size());
        assertEquals(told.stream().sorted().toList(), told);
        assertTrue(told.getLast() > 0.9, told::toString);
    }
}
