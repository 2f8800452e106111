package app.parlance.engine.llama.host;

import app.parlance.engine.Prompt;
import app.parlance.engine.template.ChatTemplate;
import app.parlance.engine.template.ChatTemplates;
import app.parlance.engine.template.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Prompts as token numbers: the template's control tokens as such, those in a person's words as text. */
public final class Tokenizer {
    private final Vocabulary vocabulary;
    private final ControlTokens controls;
    private final ChatTemplate template;
    private final boolean knowsTemplate;
    private final int[] begin;
    private final boolean sentencePiece;

    public Tokenizer(Vocabulary vocabulary, ModelFacts facts) {
        this.vocabulary = vocabulary;
        controls = new ControlTokens(facts.tokens(), facts.tokenTypes());
        Optional<ChatTemplate> own = ChatTemplates.own(facts.template(), vocabulary);
        template = own.orElseGet(() -> ChatTemplates.of("", controls.texts(), null));
        knowsTemplate = own.isPresent() || facts.template().isEmpty();
        sentencePiece = facts.tokenizer().equals("llama");
        boolean begins = facts.begins().orElse(sentencePiece || beginsByDefault(facts.preTokenizer()));
        begin = begins ? new int[] {facts.beginToken().orElse(sentencePiece ? 1 : 11)} : new int[0];
    }

    /** Byte-pair vocabularies that begin every sequence with a token unless the file says otherwise. */
    private static boolean beginsByDefault(String pre) {
        return switch (pre) {
            case "llama3", "llama-v3", "llama-bpe", "falcon3" -> true;
            default -> false;
        };
    }

    /** False where the model has a template that cannot be read here, and another is used in its place. */
    public boolean knowsTemplate() {
        return knowsTemplate;
    }

    /** Texts that end an answer to this prompt, beyond the vocabulary's end tokens. */
    public List<String> ends(Prompt prompt) {
        return prompt instanceof Prompt.Chat ? template.ends() : List.of();
    }

    public int[] tokens(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Text text -> joined(begin, vocabulary.tokenize(text.text()));
            case Prompt.Chat chat -> joined(begin, tokens(template.render(chat)));
        };
    }

    /**
     * Cuts the prompt inside each control token that is not wholly the template's, so that none of those
     * is left, and reads what lies between the cuts. Nearly always there is nothing to cut, and the
     * prompt is read in one go, as it would be without this protection.
     */
    private int[] tokens(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        boolean[] markup = new boolean[pieces.stream().mapToInt(piece -> piece.text().length()).sum()];
        for (Piece piece : pieces) {
            int start = text.length();
            text.append(piece.text());
            if (piece.markup()) Arrays.fill(markup, start, text.length(), true);
        }
        List<String> parts = cut(text.toString(), markup);
        int[] tokens = parts.isEmpty() ? new int[0] : vocabulary.tokenize(parts.getFirst());
        for (String part : parts.subList(Math.min(1, parts.size()), parts.size())) tokens = joined(tokens, continued(part));
        return tokens;
    }

    private List<String> cut(String text, boolean[] markup) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            int length = controls.lengthAt(text, i);
            if (length == 0) continue;
            if (IntStream.range(i, i + length).allMatch(at -> markup[at])) {
                i += length - 1;
            } else {
                parts.add(text.substring(from, i + 1));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** SentencePiece puts a blank before every text; a line break in front takes that upon itself. */
    private int[] continued(String part) {
        if (!sentencePiece) return vocabulary.tokenize(part);
        int[] lead = vocabulary.tokenize("\n");
        int[] tokens = vocabulary.tokenize("\n" + part);
        boolean intact = tokens.length >= lead.length && Arrays.equals(lead, 0, lead.length, tokens, 0, lead.length);
        return intact ? Arrays.copyOfRange(tokens, lead.length, tokens.length) : vocabulary.tokenize(part);
    }

    /**
     * How many tokens the model drew for this text that it gave in one piece. The binding does not say:
     * it holds a character back until its last byte is there. Plain text is one token.
     */
    public int drawnFor(String text) {
        if (text.chars().allMatch(c -> c < 128)) return 1;
        if (text.indexOf('\uFFFD') >= 0) return text.codePointCount(0, text.length());
        return Math.max(1, continued(text).length);
    }

    /** The numbers of a text that the model wrote itself. */
    public int[] written(String text) {
        return continued(text);
    }

    public static int[] joined(int[] first, int[] second) {
        return IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray();
    }
}
