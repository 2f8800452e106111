package app.parlance.engine.llama.kherud;

import app.parlance.engine.CacheType;
import app.parlance.engine.ChatMessage;
import app.parlance.engine.Sampling;
import app.parlance.engine.llama.host.ContextSize;
import app.parlance.engine.llama.host.Vocabulary;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.args.PoolingType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * llama.cpp b4916 through de.kherud:llama 4.2.0, reduced to what the worker needs. What {@link Vocabulary} names
 * may be called while another thread draws; the rest by one thread at a time.
 */
final class KherudBackend implements Vocabulary {
    /** How drawing ended. */
    enum Ending { END_TOKEN, LIMIT, STOPPED }

    /** Told each token's text, which is empty for control tokens; whole characters only. */
    interface TokenSink {
        /** Whether to go on. */
        boolean accept(String text);
    }

    /**
     * What to draw.
     *
     * @param slot whose memory to use
     * @param reuse false forgets what the slot knew before
     */
    record Drawing(int[] prompt, int slot, boolean reuse, int limit, Sampling sampling, String grammar) { }

    /** A prompt's step is one batch; larger batches are no faster. */
    private static final int BATCH = ReadingPace.LARGEST;
    private static final int SMALLEST_BATCH = 32;
    /** The native side ends a few tokens before its context does; the worker counts for itself. */
    private static final int SPARE = 32;
    private static final JsonFactory JSON = new JsonFactory();

    private final LlamaModel model;
    private final KherudBinding binding;

    private KherudBackend(ModelParameters parameters) {
        model = new LlamaModel(parameters);
        binding = new KherudBinding(model);
    }

    /**
     * Loads a model that writes; each conversation has a slot.
     *
     * @param batch 0 = the usual one
     * @throws RuntimeException when it cannot; the reason stands on standard error only
     */
    static KherudBackend toWrite(Path file, ContextSize context, CacheType cache, int batch, int threads) {
        int slots = context.conversations();
        int atOnce = batch > 0 ? Math.clamp(batch, SMALLEST_BATCH, context.tokens() + SPARE) : BATCH;
        ModelParameters parameters = common(file, threads)
                .setCtxSize((context.tokens() + SPARE) * slots).setParallel(slots).setBatchSize(atOnce).setUbatchSize(atOnce)
                .disableContextShift().enableJinja();
        var kept = de.kherud.llama.args.CacheType.valueOf(cache.name());
        if (cache != CacheType.F16) parameters.setCacheTypeK(kept).setCacheTypeV(kept);
        // Values are kept in blocks only with flash attention, which is slower otherwise.
        return new KherudBackend(cache.inBlocks() ? parameters.enableFlashAttn() : parameters);
    }

    /** Loads a model that embeds. An encoder reads its whole context at once. */
    static KherudBackend toEmbed(Path file, int contextTokens, boolean poolsByItself, int threads) {
        ModelParameters parameters = common(file, threads)
                .setCtxSize(contextTokens).setBatchSize(contextTokens).setUbatchSize(contextTokens).enableEmbedding();
        return new KherudBackend(poolsByItself ? parameters : parameters.setPoolingType(PoolingType.MEAN));
    }

    /** Warming up would start a second set of OpenMP threads on the same cores: three times slower ever after. */
    private static ModelParameters common(Path file, int threads) {
        return new ModelParameters().setModel(readable(file).toString()).setThreads(threads).setThreadsBatch(threads).setGpuLayers(0).skipWarmup();
    }

    /** The binding garbles characters beyond the basic plane in a path, so such a file is opened through a link. */
    private static Path readable(Path file) {
        if (file.toString().chars().noneMatch(c -> Character.isSurrogate((char) c))) return file;
        try {
            return Files.createSymbolicLink(Path.of(System.getProperty("java.io.tmpdir"), "model-" + ProcessHandle.current().pid() + ".gguf"), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int[] tokenize(String text) {
        return model.encode(text);
    }

    @Override
    public String render(List<ChatMessage> messages) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("messages");
            for (ChatMessage message : messages) {
                json.writeStartObject();
                json.writeStringField("role", message.role().word());
                json.writeStringField("content", message.content());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return model.applyTemplate(text.toString());
    }

    /** The text's vector; the text must fit the context. */
    float[] embed(String text) {
        return model.embed(text);
    }

    /**
     * Reads the prompt, then draws until the end, the limit, or the sink's word. An end token comes as an empty part
     * before the last; a limit needs no such part.
     */
    Ending draw(Drawing drawing, TokenSink sink) {
        int completion = binding.request(json(drawing));
        boolean empty = false;
        while (true) {
            LlamaOutput output = binding.receive(completion);
            if (KherudBinding.isLast(output)) return empty ? Ending.END_TOKEN : Ending.LIMIT;
            empty = output.text.isEmpty();
            if (!sink.accept(output.text)) {
                binding.cancel(completion);
                return Ending.STOPPED;
            }
        }
    }

    /** The likeliest token is the first of one; llama.cpp would sort the whole vocabulary to find it. */
    private static String json(Drawing drawing) {
        Sampling sampling = drawing.sampling();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeFieldName("prompt");
            json.writeArray(drawing.prompt(), 0, drawing.prompt().length);
            json.writeNumberField("id_slot", drawing.slot());
            json.writeBooleanField("cache_prompt", drawing.reuse());
            json.writeBooleanField("stream", true);
            json.writeNumberField("n_predict", drawing.limit());
            json.writeNumberField("temperature", sampling.temperature());
            json.writeNumberField("top_k", sampling.temperature() == 0 ? 1 : sampling.topK());
            json.writeNumberField("top_p", sampling.topP());
            json.writeNumberField("min_p", sampling.minP());
            json.writeNumberField("repeat_penalty", sampling.repeatPenalty());
            json.writeNumberField("seed", seed(sampling));
            if (!drawing.grammar().isEmpty()) json.writeStringField("grammar", drawing.grammar());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** 31 bits: llama.cpp takes all 32 ones for "choose one". */
    private static int seed(Sampling sampling) {
        return sampling.seed() < 0 ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : (int) (sampling.seed() & 0x7FFF_FFFF);
    }
}
