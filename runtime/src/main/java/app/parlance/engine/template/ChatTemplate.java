package app.parlance.engine.template;

import app.parlance.engine.Prompt;
import java.util.List;

/** Turns a conversation into the text that a model was trained to go on from. */
public interface ChatTemplate {
    /**
     * The prompt in pieces, up to where the assistant's next text begins. The token that begins every
     * sequence is not part of it: the tokenizer puts it there.
     */
    List<Piece> render(Prompt.Chat chat);

    /** Texts that end an assistant's turn, for vocabularies that do not know them as end tokens. */
    List<String> ends();
}
