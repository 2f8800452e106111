package app.parlance.engine.llama.worker;

import app.parlance.engine.Prompt;
import app.parlance.engine.template.ChatTemplate;
import app.parlance.engine.template.ChatTemplates;
import app.parlance.engine.template.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Prompts as token numbers: the template's control tokens as such, those in a person's words as text. */
final class Tokenizer {
    private final Backend backend;
    private final ControlTokens controls;
    private final ChatTemplate template;
    private final int[] begin;
    private final boolean sentencePiece;

    Tokenizer(Backend backend, GgufMetadata metadata) {
        this.backend = backend;
        controls = new ControlTokens(metadata.tokens(), metadata.tokenTypes());
        template = ChatTemplates.of(metadata.text("tokenizer.chat_template"), controls.texts(), backend::applyTemplate);
        sentencePiece = metadata.text("tokenizer.ggml.model").equals("llama");
        boolean begins = metadata.flag("tokenizer.ggml.add_bos_token", sentencePiece || beginsByDefault(metadata.text("tokenizer.ggml.pre")));
        begin = begins ? new int[] {metadata.number("tokenizer.ggml.bos_token_id", sentencePiece ? 1 : 11)} : new int[0];
    }

    /** Byte-pair vocabularies that begin every sequence with a token unless the file says otherwise. */
    private static boolean beginsByDefault(String pre) {
        return switch (pre) {
            case "llama3", "llama-v3", "llama-bpe", "falcon3" -> true;
            default -> false;
        };
    }

    /** Texts that end an answer to this prompt, beyond the vocabulary's end tokens. */
    List<String> ends(Prompt prompt) {
        return prompt instanceof Prompt.Chat ? template.ends() : List.of();
    }

    int[] tokens(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Text text -> joined(begin, backend.tokenize(text.text()));
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
        int[] tokens = parts.isEmpty() ? new int[0] : backend.tokenize(parts.getFirst());
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
        if (!sentencePiece) return backend.tokenize(part);
        int[] lead = backend.tokenize("\n");
        int[] tokens = backend.tokenize("\n" + part);
        boolean intact = tokens.length >= lead.length && Arrays.equals(lead, 0, lead.length, tokens, 0, lead.length);
        return intact ? Arrays.copyOfRange(tokens, lead.length, tokens.length) : backend.tokenize(part);
    }

    /**
     * How many tokens the model drew for this text that it gave in one piece. The binding does not say:
     * it holds a character back until its last byte is there. Plain text is one token.
     */
    int drawnFor(String text) {
        if (text.chars().allMatch(c -> c < 128)) return 1;
        if (text.indexOf('\uFFFD') >= 0) return text.codePointCount(0, text.length());
        return Math.max(1, continued(text).length);
    }

    /** The numbers of a text that the model wrote itself. */
    int[] written(String text) {
        return continued(text);
    }

    static int[] joined(int[] first, int[] second) {
        return IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray();
    }
}
