package app.parlance.engine.llama.host;

import app.parlance.engine.template.TemplateInterpreter;

/** A loaded model's own tokenizer and template interpreter; may be called while another thread lets the model compute. */
public interface Vocabulary extends TemplateInterpreter {
    /** Token numbers of a text in which control tokens count as such; nothing is put before it. */
    int[] tokenize(String text);
}
