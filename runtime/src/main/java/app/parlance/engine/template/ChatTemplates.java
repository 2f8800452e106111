package app.parlance.engine.template;

import java.util.Optional;
import java.util.Set;

/** Chooses how a model's conversations are rendered. */
public final class ChatTemplates {
    private ChatTemplates() { }

    /**
     * The model's own: a well-known family in Java, another by the interpreter where that can read it. Empty where neither can.
     *
     * @param jinja the model's {@code tokenizer.chat_template}, or the empty string
     * @param interpreter null where there is none
     */
    public static Optional<ChatTemplate> own(String jinja, TemplateInterpreter interpreter) {
        Optional<ChatTemplate> family = TemplateFamily.recognise(jinja).map(each -> each);
        if (family.isPresent() || jinja.isEmpty() || interpreter == null) return family;
        TemplateText text = new TemplateText(interpreter);
        return text.works() ? Optional.of(text) : Optional.empty();
    }

    /**
     * The model's own, else a guess from the vocabulary.
     *
     * @param controlTokens the texts of the vocabulary's control tokens
     */
    public static ChatTemplate of(String jinja, Set<String> controlTokens, TemplateInterpreter interpreter) {
        return own(jinja, interpreter).orElseGet(() -> TemplateFamily.guess(controlTokens));
    }
}
