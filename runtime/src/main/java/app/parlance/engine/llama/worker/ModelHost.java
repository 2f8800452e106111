package app.parlance.engine.llama.worker;

import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.llama.protocol.Order;
import app.parlance.engine.llama.protocol.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The one model of a worker and what can be asked of it. */
final class ModelHost {
    private static final int DEFAULT_CONTEXT = 4096;
    private static final int EMBEDDING_CONTEXT = 512;
    /** Memory that a second slot may take; two conversations that take turns are worth that. */
    private static final long SECOND_SLOT_BYTES = 256L << 20;

    private final Backend backend;
    private final Tokenizer tokenizer;
    private final Answering answering;
    private final int contextTokens;
    private final boolean embeds;

    private ModelHost(Backend backend, Tokenizer tokenizer, int slots, int contextTokens, boolean embeds) {
        this.backend = backend;
        this.tokenizer = tokenizer;
        this.answering = new Answering(backend, tokenizer, slots, contextTokens);
        this.contextTokens = contextTokens;
        this.embeds = embeds;
    }

    /** @throws RuntimeException when llama.cpp cannot load it; it prints the reason on standard error */
    static ModelHost open(Order.Open order) throws EngineException {
        Path file = Path.of(order.file());
        GgufMetadata metadata = GgufMetadata.read(file);
        String architecture = metadata.architecture();
        if (!Architectures.isKnown(architecture)) {
            throw new EngineException(Kind.REFUSED, "Models of the architecture “" + architecture + "” cannot be run yet.", "Choose another model.");
        }
        int trained = metadata.architectureNumber("context_length", DEFAULT_CONTEXT);
        if (order.embeds()) {
            if (!Architectures.embeds(architecture)) {
                throw new EngineException(Kind.NOT_POSSIBLE, "This model writes text; it does not embed it.", "Choose an embedding model.");
            }
            int context = Math.clamp(trained, 1, EMBEDDING_CONTEXT);
            Backend backend = KherudBackend.toEmbed(file, context, metadata.has(architecture + ".pooling_type"), order.threads());
            return new ModelHost(backend, new Tokenizer(backend, metadata), 1, context, true);
        }
        if (Architectures.embeds(architecture)) {
            throw new EngineException(Kind.NOT_POSSIBLE, "This model only embeds text; it cannot write.", "Choose a model for chat.");
        }
        int context = order.contextTokens() > 0 ? order.contextTokens() : Math.clamp(trained, 1, DEFAULT_CONTEXT);
        int slots = metadata.contextBytesPerToken() * context <= SECOND_SLOT_BYTES ? 2 : 1;
        Backend backend = KherudBackend.toWrite(file, context, slots, order.threads());
        return new ModelHost(backend, new Tokenizer(backend, metadata), slots, context, false);
    }

    int contextTokens() {
        return contextTokens;
    }

    int count(Prompt prompt) {
        return tokenizer.tokens(prompt).length;
    }

    /** The prompt's tokens, at least one, with room for at least one more. */
    int[] prompt(GenerateRequest request) throws EngineException {
        if (embeds) throw new EngineException(Kind.NOT_POSSIBLE, "This model was opened to embed; it cannot write.", "");
        int[] tokens = tokenizer.tokens(request.prompt());
        if (tokens.length == 0) throw new EngineException(Kind.NOT_POSSIBLE, "There is nothing to go on from: the prompt is empty.", "Write something first.");
        if (tokens.length >= contextTokens) {
            throw new EngineException(Kind.PROMPT_TOO_LONG,
                    "The text is too long for this model: %,d tokens, where %,d fit with room for an answer. Nothing was cut.".formatted(tokens.length, contextTokens - 1),
                    "Shorten it, or choose a larger context.");
        }
        return tokens;
    }

    Report.Finished answer(GenerateRequest request, int[] prompt, BooleanSupplier cancelled, Consumer<Report> reports) {
        return answering.answer(request, prompt, cancelled, reports);
    }

    List<float[]> embed(List<String> texts) throws EngineException {
        if (!embeds) throw new EngineException(Kind.NOT_POSSIBLE, "This model was opened to write; it cannot embed.", "");
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (String text : texts) vectors.add(unitLength(backend.embed(fitting(text))));
        return vectors;
    }

    /** Cuts a text so that it fits with the two tokens that an encoder puts around it. */
    private String fitting(String text) {
        String cut = text;
        int room = contextTokens - 2;
        for (int tokens = backend.tokenize(cut).length; tokens > room; tokens = backend.tokenize(cut).length) {
            int length = (int) Math.min(cut.length() - 1L, (long) cut.length() * room / tokens);
            if (length > 0 && Character.isHighSurrogate(cut.charAt(length - 1))) length--;
            cut = cut.substring(0, length);
        }
        return cut;
    }

    private static float[] unitLength(float[] vector) {
        double squares = 0;
        for (float number : vector) squares += (double) number * number;
        double length = Math.sqrt(squares);
        if (length > 0) for (int i = 0; i < vector.length; i++) vector[i] = (float) (vector[i] / length);
        return vector;
    }
}
