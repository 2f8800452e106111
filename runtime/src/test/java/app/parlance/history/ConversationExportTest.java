package app.parlance.history;

import static app.parlance.engine.ChatMessage.Role.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.history.ConversationExport.Format;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationExportTest {
    private History history;
    private long conversation;
    private Message question;
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void aConversationWithTwoAnswers() throws HistoryException {
        history = History.temporary();
        conversation = history.create(ConversationSettings.DEFAULT).id();
        history.rename(conversation, "Émile's \"sky\"", true);
        question = history.add(conversation, 0, USER, "Why **blue**? 🌤");
        answer("First answer", Message.State.STOPPED);
        answer("Because:\n\n- light\n- air", Message.State.COMPLETE);
    }

    private void answer(String text, Message.State state) throws HistoryException {
        Message answer = history.beginAnswer(conversation, question.id(), "SmolLM2");
        history.finishAnswer(answer.id(), text, state, new Message.Figures(10, 5, 80, 12.5));
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void markdownIsTheShownBranch() throws Exception {
        assertTrue(new ConversationExport(history).write(conversation, Format.MARKDOWN, out));
        assertEquals("""
                # Émile's "sky"

                ## You (TIME)

                Why **blue**? 🌤

                ## SmolLM2 (TIME)

                Because:

                - light
                - air
                """, out.toString().replaceAll("\\(20[-0-9T:.]+Z\\)", "(TIME)"));
    }

    @Test
    void jsonHoldsEveryBranch() throws Exception {
        history.create(ConversationSettings.DEFAULT);
        new ConversationExport(history).writeAll(Format.JSON, out);
        JsonNode root = new ObjectMapper().readTree(out.toString());
        assertEquals("parlance-conversations", root.get("format").asText());
        JsonNode first = root.get("conversations").get(0).get("messages").isEmpty() ? root.get("conversations").get(1) : root.get("conversations").get(0);
        assertEquals("Émile's \"sky\"", first.get("title").asText());
        assertEquals(3, first.get("messages").size());
        JsonNode stopped = first.get("messages").get(1);
        assertEquals("stopped", stopped.get("state").asText());
        assertEquals(question.id(), stopped.get("parent").asLong());
        assertEquals(12.5, stopped.get("ms_per_token").asDouble());
        assertTrue(first.get("messages").get(0).get("parent").isNull());
        assertFalse(first.get("messages").get(0).has("model"));
    }

    @Test
    void anUnknownConversationWritesNothing() throws Exception {
        assertFalse(new ConversationExport(history).write(99, Format.JSON, out));
        assertEquals("", out.toString());
    }
}
