package app.parlance.engine.template;

import app.parlance.engine.ChatMessage;
import app.parlance.engine.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template of no well-known family, rendered by somebody's Jinja interpreter: it is given short ASCII
 * placeholders instead of the texts, which are put in afterwards, so that no text passes through it.
 */
final class TemplateText implements ChatTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("@text(\\d+)@");

    private final TemplateInterpreter interpreter;

    TemplateText(TemplateInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    /**
     * Whether a whole conversation comes out with every text in its place. llama.cpp renders ChatML in
     * place of what it cannot read; templates that are ChatML themselves never come here.
     */
    boolean works() {
        List<ChatMessage> probe = List.of(ChatMessage.system(""), ChatMessage.user(""), ChatMessage.assistant(""), ChatMessage.user(""));
        String rendered = interpreter.render(placeholders(probe));
        if (rendered.contains("<|im_start|>")) return false;
        Matcher found = PLACEHOLDER.matcher(rendered);
        int next = 0;
        while (found.find()) {
            if (Integer.parseInt(found.group(1)) == next) next++;
        }
        return next == probe.size();
    }

    @Override
    public List<Piece> render(Prompt.Chat chat) {
        List<ChatMessage> messages = alternating(chat.messages());
        ChatMessage open = chat.continueLast() ? messages.removeLast() : null;
        String rendered = interpreter.render(placeholders(messages));
        List<Piece> pieces = new ArrayList<>();
        Matcher found = PLACEHOLDER.matcher(rendered);
        int from = 0;
        while (found.find()) {
            pieces.add(Piece.markup(rendered.substring(from, found.start())));
            pieces.add(Piece.words(messages.get(Integer.parseInt(found.group(1))).content()));
            from = found.end();
        }
        pieces.add(Piece.markup(rendered.substring(from)));
        if (open != null) pieces.add(Piece.words(open.content()));
        return pieces;
    }

    @Override
    public List<String> ends() {
        return List.of();
    }

    /** Many templates end the process when a role speaks twice in a row. */
    private static List<ChatMessage> alternating(List<ChatMessage> messages) {
        List<ChatMessage> merged = new ArrayList<>();
        for (ChatMessage message : messages) {
            if (!merged.isEmpty() && merged.getLast().role() == message.role()) {
                merged.add(new ChatMessage(message.role(), merged.removeLast().content() + "\n\n" + message.content()));
            } else {
                merged.add(message);
            }
        }
        return merged;
    }

    private static List<ChatMessage> placeholders(List<ChatMessage> messages) {
        List<ChatMessage> standing = new ArrayList<>();
        for (ChatMessage message : messages) standing.add(new ChatMessage(message.role(), "@text" + standing.size() + "@"));
        return standing;
    }
}
