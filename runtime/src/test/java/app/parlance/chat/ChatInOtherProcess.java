package app.parlance.chat;

import app.parlance.chat.Answer.ChatEvent;
import app.parlance.engine.ModelPool;
import app.parlance.engine.Sampling;
import app.parlance.engine.llama.LlamaEngine;
import app.parlance.history.ConversationSettings;
import app.parlance.history.History;
import app.parlance.model.ModelStore;
import java.nio.file.Path;
import java.util.List;

/** What {@link ChatKilledTest} runs in a second JVM: an answer; prints the text's length after each piece. */
final class ChatInOtherProcess {
    private ChatInOtherProcess() { }

    public static void main(String[] args) throws Exception {
        try (History history = History.open(Path.of(args[0])); ModelPool pool = new ModelPool(LlamaEngine.onBoard())) {
            Chat chat = new Chat(history, new ModelStore(Path.of(args[0]).resolveSibling("models"), List.of()), pool, () -> args[1], () -> "");
            long c = history.create(new ConversationSettings("", "", Sampling.DEFAULT.withSeed(1), 0, 0)).id();
            Answer answer = chat.send(c, "Write a very long story about a river, with many chapters.");
            int length = 0;
            while (true) {
                if (answer.next() instanceof ChatEvent.Text(String text, int tokens)) System.out.println(length += text.length());
            }
        }
    }
}
