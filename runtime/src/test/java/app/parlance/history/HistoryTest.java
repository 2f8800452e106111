package app.parlance.history;

import static app.parlance.engine.ChatMessage.Role.ASSISTANT;
import static app.parlance.engine.ChatMessage.Role.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Sampling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    @TempDir Path folder;
    private Path file;
    private History history;

    @BeforeEach
    void open() throws HistoryException {
        file = folder.resolve("data/parlance.db");
        history = History.open(file);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private void reopen() throws HistoryException {
        history.close();
        history = History.open(file);
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(Message::text).toList();
    }

    @Test
    void whatWasWrittenComesBackAfterARestart() throws HistoryException {
        ConversationSettings settings = new ConversationSettings("qwen", "Be brief.", new Sampling(0.2, 10, 0.9, 0.1, 1.2, 42), 300, 8192);
        Conversation made = history.create(settings);
        Message question = history.add(made.id(), 0, USER, "Why is the sky blue? 🌤");
        Message answer = history.beginAnswer(made.id(), question.id(), "qwen");
        history.saveText(answer.id(), "Because");
        history.finishAnswer(answer.id(), "Because of\n\nscattering.", Message.State.COMPLETE, new Message.Figures(12, 3, 80.5, 20.25));
        reopen();

        Conversation read = history.conversation(made.id()).orElseThrow();
        assertEquals(settings, read.settings());
        assertEquals(made.created(), read.created());
        assertEquals("Because of scattering.", read.preview());
        assertEquals(answer.id(), read.leaf());
        List<Message> messages = history.messages(made.id());
        assertEquals(question, messages.getFirst());
        assertEquals(new Message(answer.id(), made.id(), question.id(), ASSISTANT, "Because of\n\nscattering.", answer.created(),
                Message.State.COMPLETE, "qwen", "", new Message.Figures(12, 3, 80.5, 20.25)), messages.getLast());
    }

    @Test
    void anEditedMessageIsABranchAndBothStayReachable() throws HistoryException {
        long c = history.create(ConversationSettings.DEFAULT).id();
        Message first = history.add(c, 0, USER, "one");
        Message answer = history.add(c, first.id(), ASSISTANT, "answer to one");
        Message more = history.add(c, answer.id(), USER, "more");
        Message edited = history.add(c, 0, USER, "uno");
        history.add(c, edited.id(), ASSISTANT, "answer to uno");

        assertEquals(List.of("uno", "answer to uno"), texts(history.messages(c)));
        assertEquals(List.of(first, edited), history.branches(edited.id()));
        history.select(first.id());
        assertEquals(List.of("one", "answer to one", "more"), texts(history.messages(c)));
        history.select(answer.id());
        assertEquals(more.id(), history.conversation(c).orElseThrow().leaf());
        assertEquals(List.of("one", "answer to one", "more", "uno", "answer to uno"), texts(history.allMessages(c)));
    }

    @Test
    void selectingShowsTheNewestMessageBelow() throws HistoryException {
        long c = history.create(ConversationSettings.DEFAULT).id();
        Message question = history.add(c, 0, USER, "q");
        Message older = history.add(c, question.id(), ASSISTANT, "older");
        Message newer = history.add(c, question.id(), ASSISTANT, "newer");
        history.add(c, older.id(), USER, "went on with the older one");
        history.select(newer.id());
        history.select(question.id());
        assertEquals(List.of("q", "older", "went on with the older one"), texts(history.messages(c)));
    }

    @Test
    void messagesOfAnotherConversationAreNoParents() throws HistoryException {
        long here = history.create(ConversationSettings.DEFAULT).id();
        long there = history.create(ConversationSettings.DEFAULT).id();
        Message message = history.add(there, 0, USER, "there");
        assertThrows(HistoryException.class, () -> history.add(here, message.id(), USER, "here"));
        assertThrows(HistoryException.class, () -> history.add(999, 0, USER, "nowhere"));
        assertEquals(List.of(), history.messages(here));
    }

    @Test
    void pinnedOnesComeFirstThenTheLastChanged() throws HistoryException {
        long a = history.create(ConversationSettings.DEFAULT).id();
        long b = history.create(ConversationSettings.DEFAULT).id();
        long c = history.create(ConversationSettings.DEFAULT).id();
        history.add(a, 0, USER, "later than b and c, or in the same millisecond");
        history.database().update("UPDATE conversation SET updated = updated + 10 WHERE id = ?", a);
        history.pin(b, true);
        assertEquals(List.of(b, a, c), history.conversations().stream().map(Conversation::id).toList());
        history.pin(b, false);
        assertEquals(List.of(a, c, b), history.conversations().stream().map(Conversation::id).toList());
    }

    @Test
    void aTitleByThePersonStays() throws HistoryException {
        long c = history.create(ConversationSettings.DEFAULT).id();
        history.rename(c, "automatic", false);
        history.rename(c, "better automatic", false);
        assertEquals("better automatic", history.conversation(c).orElseThrow().title());
        history.rename(c, "mine", true);
        history.rename(c, "automatic again", false);
        Conversation renamed = history.conversation(c).orElseThrow();
        assertEquals("mine", renamed.title());
        assertTrue(renamed.titledByPerson());
    }

    @Test
    void deletingCanBeUndoneUntilThePurge() throws HistoryException {
        long c = history.create(ConversationSettings.DEFAULT).id();
        history.add(c, 0, USER, "findable");
        history.delete(c);
        reopen();
        assertEquals(List.of(), history.conversations());
        assertEquals(List.of(), history.search("findable", 10));
        history.restore(c);
        assertEquals(1, history.conversations().size());
        assertEquals(1, history.search("findable", 10).size());
        history.delete(c);
        history.purge();
        assertThrows(HistoryException.class, () -> history.restore(c));
        assertEquals(List.of(), history.messages(c));
    }

    @Test
    void aResumedAnswerKeepsItsTextAndABegunOneCanBeWithdrawn() throws HistoryException {
        long c = history.create(ConversationSettings.DEFAULT).id();
        Message question = history.add(c, 0, USER, "count");
        Message answer = history.beginAnswer(c, question.id(), "m");
        history.finishAnswer(answer.id(), "one two", Message.State.CUT, new Message.Figures(5, 2, 1, 1));
        Message resumed = history.resumeAnswer(answer.id());
        assertEquals("one two", resumed.text());
        assertEquals(Message.State.STREAMING, resumed.state());
        history.finishAnswer(answer.id(), "one two three", Message.State.COMPLETE, null);
        assertEquals(2, history.messages(c).getLast().figures().completionTokens());

        Message another = history.beginAnswer(c, question.id(), "m");
        history.withdrawAnswer(another.id());
        assertEquals(List.of("count"), texts(history.messages(c)));
        assertEquals(1, history.branches(answer.id()).size());
        assertThrows(HistoryException.class, () -> history.saveText(another.id(), "too late"));
        assertThrows(HistoryException.class, () -> history.withdrawAnswer(answer.id()));
    }

    @Test
    void settingsChange() throws HistoryException {
        long c = history.create(ConversationSettings.DEFAULT).id();
        ConversationSettings changed = new ConversationSettings("phi", "system", Sampling.GREEDY, 7, 2048);
        history.configure(c, changed);
        assertEquals(changed, history.conversation(c).orElseThrow().settings());
    }

    @Test
    void onlyTheOwnerCanReadTheFiles() throws Exception {
        history.create(ConversationSettings.DEFAULT);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
        try (var files = Files.list(file.getParent())) {
            List<Path> all = files.toList();
            assertTrue(all.size() >= 2, all::toString);
            for (Path each : all) assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(each)), each.toString());
        }
    }

    @Test
    void aTemporaryHistoryWorksWithoutAnyFile() throws HistoryException {
        try (History temporary = History.temporary()) {
            assertTrue(temporary.isTemporary());
            assertFalse(history.isTemporary());
            long c = temporary.create(ConversationSettings.DEFAULT).id();
            temporary.add(c, 0, USER, "fleeting");
            assertEquals(1, temporary.search("fleet", 10).size());
            temporary.delete(c);
            temporary.purge();
            assertEquals(List.of(), temporary.search("fleet", 10));
        }
        assertEquals(List.of(), history.conversations());
    }
}
