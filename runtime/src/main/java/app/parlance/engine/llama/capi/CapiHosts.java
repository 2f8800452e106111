package app.parlance.engine.llama.capi;

import app.parlance.engine.Adapter;
import app.parlance.engine.CacheType;
import app.parlance.engine.Capability;
import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import app.parlance.engine.llama.binding.ContextSettings;
import app.parlance.engine.llama.binding.LlamaLibrary;
import app.parlance.engine.llama.binding.LoadException;
import app.parlance.engine.llama.binding.LoadSettings;
import app.parlance.engine.llama.binding.NativeAdapter;
import app.parlance.engine.llama.binding.NativeContext;
import app.parlance.engine.llama.binding.NativeModel;
import app.parlance.engine.llama.binding.Pooling;
import app.parlance.engine.llama.host.ContextSize;
import app.parlance.engine.llama.host.Host;
import app.parlance.engine.llama.host.ModelFacts;
import app.parlance.engine.llama.host.Tokenizer;
import app.parlance.engine.llama.protocol.Order;
import app.parlance.platform.Machine;
import app.parlance.platform.Processor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.DoublePredicate;

/** Opens models through llama.cpp's C API. */
public final class CapiHosts {
    /** What is possible with one or the other kind of model. */
    public static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.allOf(Capability.class));
    private static final int EMBEDDING_CONTEXT = 512;
    /** Two conversations that take turns, or one and its title. */
    private static final int DEFAULT_SEQUENCES = 2;
    /** What llama.cpp notes of each token, whatever the model. */
    private static final long LEAST_CELL_BYTES = 128;
    private static final double PROGRESS_STEP = 0.01;

    private CapiHosts() { }

    /**
     * Loads a model.
     *
     * @param progress told 0..1
     * @throws EngineException with llama.cpp's reason where it cannot
     */
    public static Host open(LlamaLibrary library, Order.Open order, DoubleConsumer progress) throws EngineException {
        Path file = Path.of(order.file());
        ModelFacts facts = ModelFacts.of(file);
        try {
            NativeModel model = NativeModel.load(library, file, LoadSettings.DEFAULT.withProgress(inSteps(progress)));
            Tokenizer tokenizer = new Tokenizer(new NativeVocabulary(model, facts.template()), facts);
            if (order.embeds()) return embedding(order, facts, model, tokenizer);
            if (facts.embeds() || !model.hasDecoder()) throw new EngineException(Kind.NOT_POSSIBLE, "This model only embeds text; it cannot write.", "Choose a model for chat.");
            ContextSize size = ContextSize.toWrite(order, facts);
            return model.hasEncoder() ? encoderDecoder(order, model, tokenizer, size) : decoder(library, order, facts, model, tokenizer, size);
        } catch (LoadException e) {
            throw new EngineException(Kind.REFUSED, "The model cannot be loaded. llama.cpp says: " + e.getMessage() + ".",
                    "Fetch or copy it again, choose another model, or a smaller context.", e);
        }
    }

    private static Host decoder(LlamaLibrary library, Order.Open order, ModelFacts facts, NativeModel model, Tokenizer tokenizer, ContextSize size) throws LoadException, EngineException {
        int sequences = Math.max(order.sequences(), DEFAULT_SEQUENCES);
        int cells = size.tokens() * size.conversations();
        // Where cells are shared, attention passes over those of everybody, idle ones too: right for a common prefix, slow for two conversations.
        boolean shared = sequences > size.conversations();
        requireMemory(Math.max(facts.cacheFor(order.cache()).bytes(cells * facts.cacheElementsPerToken()), cells * LEAST_CELL_BYTES));
        int batch = order.batch() > 0 ? Math.clamp(order.batch(), sequences, Math.max(sequences, cells)) : ContextSettings.WRITING_BATCH;
        CacheType cache = facts.cacheFor(order.cache());
        NativeContext context = NativeContext.open(model, ContextSettings.toWrite(cells, sequences, threads(order)).withUnified(shared)
                .withBatch(batch, batch).withCache(cache));
        apply(order.adapters(), model, context);
        boolean cutsState = !model.isRecurrent() && !model.isHybrid();
        ComputingThreads threads = computing(context, order, cutsState ? () -> context.abort(true) : () -> { });
        var memory = new SequenceMemory(context, PromptKeeping.of(library, order, context, cache, cells), sequences);
        return new DecoderHost(model, tokenizer, size, cache, sequences, new Scheduler(context, memory, threads, batch, cutsState), threads);
    }

    private static Host encoderDecoder(Order.Open order, NativeModel model, Tokenizer tokenizer, ContextSize size) throws LoadException, EngineException {
        // An encoder reads its whole text in one computation.
        NativeContext context = NativeContext.open(model, ContextSettings.toWrite(size.tokens(), 1, threads(order)).withBatch(size.tokens(), size.tokens()));
        apply(order.adapters(), model, context);
        return new EncoderDecoderHost(model, context, tokenizer, size, computing(context, order, () -> { }));
    }

    private static Host embedding(Order.Open order, ModelFacts facts, NativeModel model, Tokenizer tokenizer) throws LoadException, EngineException {
        if (!facts.embeds()) throw new EngineException(Kind.NOT_POSSIBLE, "This model writes text; it does not embed it.", "Choose an embedding model.");
        int context = Math.clamp(facts.trainedContext() == 0 ? EMBEDDING_CONTEXT : facts.trainedContext(), 1, EMBEDDING_CONTEXT);
        var settings = ContextSettings.toEmbed(context * EmbeddingHost.TEXTS_AT_ONCE, EmbeddingHost.TEXTS_AT_ONCE, threads(order))
                .withPooling(facts.pools() ? Pooling.MODEL : Pooling.MEAN);
        NativeContext opened = NativeContext.open(model, settings);
        return new EmbeddingHost(model, opened, tokenizer, context, computing(opened, order, () -> { }));
    }

    /** llama.cpp would take minutes to find out. */
    private static void requireMemory(long bytes) throws EngineException {
        if (bytes > Machine.memory()) {
            throw new EngineException(Kind.REFUSED, "There is not enough memory for this model with this context.", "Choose a smaller model or context.");
        }
    }

    private static void apply(List<Adapter> adapters, NativeModel model, NativeContext context) throws EngineException {
        if (adapters.isEmpty()) return;
        List<NativeAdapter> loaded = new ArrayList<>();
        for (Adapter adapter : adapters) {
            try {
                loaded.add(model.loadAdapter(adapter.file()));
            } catch (LoadException e) {
                throw new EngineException(Kind.REFUSED, "The adapter " + adapter.file().getFileName() + " does not fit this model. llama.cpp says: " + e.getMessage() + ".",
                        "Choose an adapter that was made for it.", e);
            }
        }
        context.setAdapters(loaded, adapters.stream().map(Adapter::scale).toList());
    }

    private static int threads(Order.Open order) {
        return order.threads() > 0 ? order.threads() : Processor.ofThisMachine().physicalCores();
    }

    private static ComputingThreads computing(NativeContext context, Order.Open order, Runnable breakOff) {
        return new ComputingThreads(context, threads(order), order.threads(), breakOff);
    }

    /** llama.cpp tells its progress hundreds of times. */
    private static DoublePredicate inSteps(DoubleConsumer progress) {
        double[] told = {-1};
        return share -> {
            if (share - told[0] >= PROGRESS_STEP || share >= 1 && told[0] < 1) {
                told[0] = share;
                progress.accept(share);
            }
            return true;
        };
    }
}
