package app.parlance.engine.template;

import java.util.Set;

/** Chooses how a model's conversations are rendered. */
public final class ChatTemplates {
    private ChatTemplates() { }

    /**
     * A well-known family in Java; another template by the interpreter where that can read it; else a
     * guess from the vocabulary.
     *
     * @param jinja the model's {@code tokenizer.chat_template}, or the empty string
     * @param controlTokens the texts of the vocabulary's control tokens
     * @param interpreter null where there is none
     */
    public static ChatTemplate of(String jinja, Set<String> controlTokens, TemplateInterpreter interpreter) {
        var family = TemplateFamily.recognise(jinja);
        if (family.isPresent()) return family.get();
        if (!jinja.isEmpty() && interpreter != null) {
            TemplateText own = new TemplateText(interpreter);
            if (own.works()) return own;
        }
        return TemplateFamily.guess(controlTokens);
    }
}
