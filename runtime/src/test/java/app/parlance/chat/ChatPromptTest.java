package app.parlance.chat;

import static app.parlance.engine.ChatMessage.Role.ASSISTANT;
import static app.parlance.engine.ChatMessage.Role.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.parlance.engine.ChatMessage;
import app.parlance.history.Message;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatPromptTest {
    private static Message message(ChatMessage.Role role, String text) {
        return new Message(1, 1, 0, role, text, Instant.EPOCH, Message.State.COMPLETE, "", "", null);
    }

    @Test
    void emptyAnswersAreLeftOutAndTurnsAlternate() {
        List<Message> branch = List.of(message(USER, "one"), message(ASSISTANT, ""), message(USER, "two"), message(ASSISTANT, "answer"));
        ChatPrompt prompt = ChatPrompt.of("Be brief.", branch, false);
        assertEquals(List.of(ChatMessage.system("Be brief."), ChatMessage.user("one\n\ntwo"), ChatMessage.assistant("answer")), prompt.messages());
        assertEquals(List.of(ChatMessage.user("one\n\ntwo"), ChatMessage.assistant("answer"), ChatMessage.user("three")),
                ChatPrompt.of(" ", branch, false).followedBy("three").messages());
    }

    @Test
    void theAnswerKeepsRoom() {
        assertEquals(512, ChatPrompt.reserve(4096, 0));
        assertEquals(256, ChatPrompt.reserve(1024, 0));
        assertEquals(100, ChatPrompt.reserve(4096, 100));
    }
}
