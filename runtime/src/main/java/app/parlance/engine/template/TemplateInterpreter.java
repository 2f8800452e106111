package app.parlance.engine.template;

import app.parlance.engine.ChatMessage;
import java.util.List;

/** Renders conversations with a model's own template. */
public interface TemplateInterpreter {
    /**
     * The conversation with the assistant's turn opened at its end, or anything else where the template cannot be read.
     *
     * @param messages their contents are short and ASCII only
     */
    String render(List<ChatMessage> messages);
}
