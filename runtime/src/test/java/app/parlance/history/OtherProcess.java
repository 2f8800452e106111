package app.parlance.history;

import static app.parlance.engine.ChatMessage.Role.USER;

import java.nio.file.Path;

/** What {@link HistoryProcessesTest} runs in a second JVM; it prints a line when a step is done. */
final class OtherProcess {
    private OtherProcess() { }

    public static void main(String[] args) throws Exception {
        try (History history = History.open(Path.of(args[1]))) {
            switch (args[0]) {
                case "add" -> {
                    for (int i = 0; i < 100; i++) {
                        long c = history.create(ConversationSettings.DEFAULT).id();
                        history.add(c, 0, USER, "from the other process");
                    }
                }
                case "stream" -> {
                    long c = history.create(ConversationSettings.DEFAULT).id();
                    Message question = history.add(c, 0, USER, "tell me");
                    Message answer = history.beginAnswer(c, question.id(), "m");
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; ; i++) {
                        history.saveText(answer.id(), text.append("token").append(i).append(' ').toString());
                        System.out.println(i);
                    }
                }
                default -> throw new IllegalArgumentException(args[0]);
            }
        }
    }
}
