package app.parlance.chat;

import app.parlance.engine.EngineException;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Generation;
import app.parlance.engine.GenerationEvent;
import app.parlance.engine.OpenModel;
import app.parlance.engine.Sampling;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Titles nobody has to think of: at once from the first message, later in the model's words where these are good. */
final class ChatTitles {
    private static final int LONGEST = 48;
    private static final int MOST_WORDS = 6;
    private static final int MOST_TOKENS = 24;
    private static final String REQUEST = "Give this conversation a title of at most six words, in its language. Write the title only.";

    private static final Pattern CODE_BLOCK = Pattern.compile("(?s)```.*?(```|$)");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)]\\([^)]*\\)");
    private static final Pattern LINE_MARK = Pattern.compile("(?m)^\\s*(#{1,6}|>|[-*+]|\\d+[.)])\\s+");
    private static final Pattern MARKS = Pattern.compile("(?<![\\p{L}\\p{N}])[*_`~|]+(?=\\S)|(?<=\\S)[*_`~|]+(?![\\p{L}\\p{N}])");
    private static final Pattern LABEL = Pattern.compile("(?i)^\\W*(title|titel|titre|título|标题|題名)\\s*[:：]\\s*");
    private static final Pattern AROUND = Pattern.compile("^[\\s\"'“”„«»‘’「『《*_#-]+|[\\s\"'“”„«»‘’」』》*_.。!,;:-]+$");

    private ChatTitles() { }

    /** The first sentence without Markdown, cut at a word; empty where the message has no words outside code. */
    static String ofMessage(String message) {
        String text = plain(CODE_BLOCK.matcher(message).replaceAll("\n"));
        if (text.isEmpty()) text = plain(message.replace("```", ""));
        return shorten(firstSentence(text));
    }

    private static String plain(String markdown) {
        String text = LINK.matcher(markdown).replaceAll("$1");
        text = LINE_MARK.matcher(text).replaceAll("");
        text = MARKS.matcher(text).replaceAll("");
        return text.strip().lines().findFirst().orElse("").replaceAll("\\s+", " ").strip();
    }

    private static String firstSentence(String line) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(line);
        int end = sentences.next();
        String first = end == BreakIterator.DONE ? line : line.substring(0, end).strip();
        return first.endsWith(".") && !first.endsWith("..") ? first.substring(0, first.length() - 1) : first;
    }

    private static String shorten(String text) {
        if (text.length() <= LONGEST) return text;
        BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
        words.setText(text);
        int end = words.preceding(LONGEST);
        if (end <= 0) {
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(text);
            end = characters.preceding(LONGEST);
        }
        return text.substring(0, end).strip() + "…";
    }

    /**
     * Asks for a title behind the conversation, so that the model reads little and still knows the
     * conversation for the next turn.
     *
     * @param giveUp asked between tokens
     * @return empty where what came is no title, or the context is too full
     */
    static Optional<String> ask(OpenModel model, ChatPrompt conversation, BooleanSupplier giveUp) throws EngineException, InterruptedException {
        ChatPrompt prompt = conversation.followedBy(REQUEST);
        if (model.countTokens(prompt.toPrompt()) + MOST_TOKENS > model.contextTokens()) return Optional.empty();
        GenerateRequest request = GenerateRequest.of(prompt.toPrompt(), Sampling.GREEDY, MOST_TOKENS).withStop(List.of("\n"));
        StringBuilder text = new StringBuilder();
        try (Generation generation = model.generate(request)) {
            while (!giveUp.getAsBoolean()) {
                switch (generation.next()) {
                    case GenerationEvent.PromptProgress progress -> { }
                    case GenerationEvent.Text(String more, int tokens) -> text.append(more);
                    case GenerationEvent.Finished finished -> {
                        return ofModel(text.toString());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What a model wrote, if it looks like a title. */
    static Optional<String> ofModel(String written) {
        String line = written.strip().lines().findFirst().orElse("");
        if (line.strip().endsWith(":") || line.contains("<|")) return Optional.empty(); // "Here is a title:", control tokens
        String title = AROUND.matcher(LABEL.matcher(line).replaceFirst("")).replaceAll("");
        title = MARKS.matcher(title).replaceAll("").replaceAll("\\p{Cntrl}|\\s+", " ").strip();
        boolean good = title.codePoints().anyMatch(Character::isLetter) && title.length() <= LONGEST
                && title.split(" ").length <= MOST_WORDS && !title.equalsIgnoreCase("title");
        return good ? Optional.of(title) : Optional.empty();
    }
}
