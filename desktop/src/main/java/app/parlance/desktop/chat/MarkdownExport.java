package app.parlance.desktop.chat;

import app.parlance.engine.ChatMessage;
import app.parlance.history.Conversation;
import app.parlance.history.History;
import app.parlance.history.Message;
import app.parlance.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/** A conversation as a Markdown file that reads well anywhere. */
final class MarkdownExport {
    private MarkdownExport() { }

    /** Writes the branch that is shown; the file appears whole or not at all. */
    static void write(History history, Conversation conversation, Path file) throws ProblemException {
        String text = text(conversation, history.messages(conversation.id()));
        Path begun = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(begun, text);
            Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cause) {
            throw new ProblemException(Words.of("problem.export", file), Words.of("problem.export.remedy"), cause);
        }
    }

    static String text(Conversation conversation, List<Message> messages) {
        return messages.stream()
                .map(message -> "## " + speaker(message) + "\n\n" + message.text().strip() + "\n")
                .collect(Collectors.joining("\n", "# " + conversation.title() + "\n\n", ""));
    }

    private static String speaker(Message message) {
        return message.role() == ChatMessage.Role.USER ? Words.of("export.person") : message.model();
    }
}
