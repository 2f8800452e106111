package app.parlance.engine.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.ChatMessage;
import app.parlance.engine.Prompt;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TemplateFamilyTest {
    private static final Prompt.Chat TALK = Prompt.Chat.of(ChatMessage.system("Be brief."), ChatMessage.user("Hi"), ChatMessage.assistant("Hello!"), ChatMessage.user("Bye"));
    private static final Prompt.Chat CUT = new Prompt.Chat(List.of(ChatMessage.user("Count"), ChatMessage.assistant("One, ")), true);

    @Test
    void phi3() {
        ChatTemplate phi = recognised("{% for m in messages %}{{'<|' + m['role'] + '|>\n' + m['content'] + '<|end|>\n'}}{% endfor %}<|assistant|>");
        assertEquals("<|system|>\nBe brief.<|end|>\n<|user|>\nHi<|end|>\n<|assistant|>\nHello!<|end|>\n<|user|>\nBye<|end|>\n<|assistant|>\n", text(phi, TALK));
        assertEquals("<|user|>\nCount<|end|>\n<|assistant|>\nOne, ", text(phi, CUT));
        assertEquals(List.of("<|end|>"), phi.ends());
    }

    @Test
    void anEarlyPhi3TemplateWithoutSystemPutsItBeforeTheFirstWords() {
        ChatTemplate phi = recognised("{% if (m['role'] == 'user') %}{{'<|user|>' + '\n' + m['content'] + '<|end|>' + '\n' + '<|assistant|>' + '\n'}}{% endif %}");
        assertTrue(text(phi, TALK).startsWith("<|user|>\nBe brief.\n\nHi<|end|>\n<|assistant|>\n"), text(phi, TALK));
    }

    @Test
    void chatMl() {
        ChatTemplate chatMl = recognised("{% for m in messages %}{{'<|im_start|>' + m['role'] + '\n' + m['content'] + '<|im_end|>' + '\n'}}{% endfor %}");
        assertEquals("<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\nHello!<|im_end|>\n"
                + "<|im_start|>user\nBye<|im_end|>\n<|im_start|>assistant\n", text(chatMl, TALK));
        assertEquals("<|im_start|>user\nCount<|im_end|>\n<|im_start|>assistant\nOne, ", text(chatMl, CUT));
        assertEquals(List.of("<|im_end|>"), chatMl.ends());
    }

    @Test
    void chatMlSpeaksTheTemplatesOwnSystemMessageWhereThereIsNone() {
        ChatTemplate smol = recognised("{% if loop.first and messages[0]['role'] != 'system' %}{{ '<|im_start|>system\nYou are SmolLM<|im_end|>\n' }}{% endif %}");
        assertTrue(text(smol, CUT).startsWith("<|im_start|>system\nYou are SmolLM<|im_end|>\n<|im_start|>user\nCount"), text(smol, CUT));
        assertFalse(text(smol, TALK).contains("SmolLM"));
        ChatTemplate qwen = recognised("{{- '<|im_start|>system\\nYou are Qwen.<|im_end|>\\n' }}");
        assertTrue(text(qwen, CUT).startsWith("<|im_start|>system\nYou are Qwen.<|im_end|>\n"));
    }

    @Test
    void llama3() {
        ChatTemplate llama = recognised("'<|start_header_id|>' + m['role'] + '<|end_header_id|>\n\n'+ m['content'] | trim + '<|eot_id|>'");
        assertEquals("<|start_header_id|>system<|end_header_id|>\n\nBe brief.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nHi<|eot_id|>"
                + "<|start_header_id|>assistant<|end_header_id|>\n\nHello!<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nBye<|eot_id|>"
                + "<|start_header_id|>assistant<|end_header_id|>\n\n", text(llama, TALK));
        assertTrue(text(llama, CUT).endsWith("<|start_header_id|>assistant<|end_header_id|>\n\nOne, "));
        assertEquals(List.of("<|eot_id|>"), llama.ends());
    }

    @Test
    void gemmaHasNoSystemRoleAndPutsItBeforeTheFirstWords() {
        ChatTemplate gemma = recognised("{{ '<start_of_turn>' + role + '\n' + m['content'] | trim + '<end_of_turn>\n' }}");
        assertEquals("<start_of_turn>user\nBe brief.\n\nHi<end_of_turn>\n<start_of_turn>model\nHello!<end_of_turn>\n"
                + "<start_of_turn>user\nBye<end_of_turn>\n<start_of_turn>model\n", text(gemma, TALK));
        assertTrue(text(gemma, CUT).endsWith("<start_of_turn>model\nOne, "));
        assertEquals(List.of("<end_of_turn>"), gemma.ends());
    }

    @Test
    void zephyr() {
        ChatTemplate zephyr = recognised("{{ '<|user|>\n' + m['content'] + eos_token }} {{ '<|assistant|>' }}");
        assertEquals("<|system|>\nBe brief.</s>\n<|user|>\nHi</s>\n<|assistant|>\nHello!</s>\n<|user|>\nBye</s>\n<|assistant|>\n", text(zephyr, TALK));
        assertEquals(List.of("</s>"), zephyr.ends());
        assertEquals(List.of("<|endoftext|>"), recognised("<|user|> <|endoftext|> <|assistant|>").ends());
    }

    @Test
    void withoutATemplateTheVocabularyTells() {
        assertEquals("<|im_end|>", ChatTemplates.of("", Set.of("<|im_start|>", "<|im_end|>"), null).ends().getFirst());
        ChatTemplate plain = ChatTemplates.of("", Set.of("</s>"), null);
        assertEquals("Be brief.\n\nUser: Hi\nAssistant:Hello!\nUser: Bye\nAssistant:", text(plain, TALK));
        assertEquals(List.of("\nUser:"), plain.ends());
    }

    @Test
    void anUnknownTemplateIsLeftToTheInterpreterWhichNeverSeesTheWords() {
        ChatTemplate own = ChatTemplates.of("{{ something new }}", Set.of(), messages -> {
            assertTrue(messages.stream().noneMatch(message -> message.content().contains("Hi")));
            return messages.stream().map(message -> "<" + message.role().word() + ">" + message.content()).collect(Collectors.joining()) + "<assistant>";
        });
        assertEquals("<system>Be brief.<user>Hi<assistant>Hello!<user>Bye<assistant>", text(own, TALK));
        assertEquals("<user>Count<assistant>One, ", text(own, CUT));
        List<Piece> pieces = own.render(TALK);
        assertTrue(pieces.contains(Piece.words("Hi")) && pieces.contains(Piece.markup("<user>")));
    }

    @Test
    void aTemplateThatTheInterpreterCannotReadFallsBackOnTheVocabulary() {
        ChatTemplate chosen = ChatTemplates.of("{% broken", Set.of("<start_of_turn>"), messages -> "<|im_start|>user\n@text0@@text1@@text2@@text3@");
        assertEquals(List.of("<end_of_turn>"), chosen.ends());
    }

    private static ChatTemplate recognised(String jinja) {
        return ChatTemplates.of(jinja, Set.of(), messages -> {
            throw new AssertionError("a well-known template needs no interpreter");
        });
    }

    private static String text(ChatTemplate template, Prompt.Chat chat) {
        return template.render(chat).stream().map(Piece::text).collect(Collectors.joining());
    }
}
