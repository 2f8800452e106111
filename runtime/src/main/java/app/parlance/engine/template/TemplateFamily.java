package app.parlance.engine.template;

import app.parlance.engine.ChatMessage;
import app.parlance.engine.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chat template of a well-known kind, rendered in Java: nothing a model file brings is executed, and
 * no text can make it fail. Recognised by its control tokens, as llama.cpp does.
 *
 * @param name what the kind is called
 * @param system the system message's markup, or null where it is put before the first user's words
 * @param trims whether the original strips blanks around each text
 * @param defaultSystem the system message that the template speaks of itself, or the empty string
 */
record TemplateFamily(String name, TurnMarkup system, TurnMarkup user, TurnMarkup assistant, boolean trims, String defaultSystem,
        List<String> ends) implements ChatTemplate {
    private static final Pattern CHATML_DEFAULT_SYSTEM = Pattern.compile("<\\|im_start\\|>system(?:\\\\n|\n)([^'\"{}<]+)<\\|im_end\\|>");

    /** The family of this Jinja text, where it is a well-known one. */
    static Optional<TemplateFamily> recognise(String jinja) {
        if (jinja.contains("<|im_sep|>")) return Optional.of(phi4());
        if (jinja.contains("<|im_start|>")) return Optional.of(chatMl(chatMlDefault(jinja)));
        if (jinja.contains("<|start_header_id|>") && jinja.contains("<|end_header_id|>")) return Optional.of(llama3());
        if (jinja.contains("<start_of_turn>")) return Optional.of(gemma());
        if (jinja.contains("<|end|>") && jinja.contains("<|assistant|>")) return Optional.of(phi3(knowsSystem(jinja)));
        if (jinja.contains("<|user|>") && jinja.contains("<|assistant|>") && !jinja.contains("[gMASK]")) {
            if (jinja.contains("<|endoftext|>")) return Optional.of(zephyr("<|endoftext|>"));
            if (jinja.contains("</s>") || jinja.contains("eos_token")) return Optional.of(zephyr("</s>"));
        }
        return Optional.empty();
    }

    /** A sound guess for a file that carries no template, from the control tokens of its vocabulary. */
    static TemplateFamily guess(Set<String> controlTokens) {
        if (controlTokens.contains("<|im_start|>")) return chatMl("");
        if (controlTokens.contains("<|start_header_id|>")) return llama3();
        if (controlTokens.contains("<start_of_turn>")) return gemma();
        if (controlTokens.containsAll(Set.of("<|user|>", "<|assistant|>", "<|end|>"))) return phi3(true);
        return plain();
    }

    private static TemplateFamily chatMl(String defaultSystem) {
        return named("ChatML", role -> new TurnMarkup("<|im_start|>" + role + "\n", "<|im_end|>\n"), defaultSystem, "<|im_end|>");
    }

    private static TemplateFamily phi4() {
        return named("Phi-4", role -> new TurnMarkup("<|im_start|>" + role + "<|im_sep|>", "<|im_end|>"), "", "<|im_end|>");
    }

    private static TemplateFamily zephyr(String end) {
        return named("Zephyr", role -> new TurnMarkup("<|" + role + "|>\n", end + "\n"), "", end);
    }

    private static TemplateFamily phi3(boolean system) {
        TemplateFamily phi = named("Phi-3", role -> new TurnMarkup("<|" + role + "|>\n", "<|end|>\n"), "", "<|end|>");
        return system ? phi : new TemplateFamily(phi.name, null, phi.user, phi.assistant, false, "", phi.ends);
    }

    private static TemplateFamily llama3() {
        TemplateFamily llama = named("Llama 3", role -> new TurnMarkup("<|start_header_id|>" + role + "<|end_header_id|>\n\n", "<|eot_id|>"), "", "<|eot_id|>");
        return new TemplateFamily(llama.name, llama.system, llama.user, llama.assistant, true, "", llama.ends);
    }

    private static TemplateFamily gemma() {
        return new TemplateFamily("Gemma", null, new TurnMarkup("<start_of_turn>user\n", "<end_of_turn>\n"),
                new TurnMarkup("<start_of_turn>model\n", "<end_of_turn>\n"), true, "", List.of("<end_of_turn>"));
    }

    private static TemplateFamily plain() {
        return new TemplateFamily("plain", new TurnMarkup("", "\n\n"), new TurnMarkup("User: ", "\n"),
                new TurnMarkup("Assistant:", "\n"), false, "", List.of("\nUser:"));
    }

    private interface ByRole {
        TurnMarkup of(String role);
    }

    private static TemplateFamily named(String name, ByRole markup, String defaultSystem, String end) {
        return new TemplateFamily(name, markup.of("system"), markup.of("user"), markup.of("assistant"), false, defaultSystem, List.of(end));
    }

    private static String chatMlDefault(String jinja) {
        Matcher matcher = CHATML_DEFAULT_SYSTEM.matcher(jinja);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Early Phi-3 templates name the user's role and drop a system message without a word. */
    private static boolean knowsSystem(String jinja) {
        return jinja.contains("system") || !jinja.contains("user");
    }

    @Override
    public List<Piece> render(Prompt.Chat chat) {
        List<Piece> pieces = new ArrayList<>();
        List<ChatMessage> messages = withDefaultSystem(chat.messages());
        String folded = "";
        for (int i = 0; i < messages.size(); i++) {
            ChatMessage message = messages.get(i);
            boolean open = chat.continueLast() && i == messages.size() - 1;
            switch (message.role()) {
                case SYSTEM -> {
                    if (system == null) folded = words(message) + "\n\n";
                    else turn(pieces, system, words(message), false);
                }
                case USER -> {
                    turn(pieces, user, folded + words(message), false);
                    folded = "";
                }
                case ASSISTANT -> turn(pieces, assistant, open ? message.content() : words(message), open);
            }
        }
        if (!folded.isEmpty()) turn(pieces, user, folded.strip(), false);
        if (!chat.continueLast()) pieces.add(Piece.markup(assistant.before()));
        return pieces;
    }

    private List<ChatMessage> withDefaultSystem(List<ChatMessage> messages) {
        boolean spoken = !messages.isEmpty() && messages.getFirst().role() == ChatMessage.Role.SYSTEM;
        if (spoken || defaultSystem.isEmpty()) return messages;
        List<ChatMessage> all = new ArrayList<>(messages);
        all.addFirst(ChatMessage.system(defaultSystem));
        return all;
    }

    private String words(ChatMessage message) {
        return trims ? message.content().strip() : message.content();
    }

    private static void turn(List<Piece> pieces, TurnMarkup markup, String words, boolean open) {
        pieces.add(Piece.markup(markup.before()));
        pieces.add(Piece.words(words));
        if (!open) pieces.add(Piece.markup(markup.after()));
    }
}
