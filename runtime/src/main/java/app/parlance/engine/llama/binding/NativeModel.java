package app.parlance.engine.llama.binding;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.file.Path;
import java.util.List;

/**
 * A model file in memory, with its vocabulary. All methods but {@link #close} may be called by any thread at any
 * time; close contexts, samplers and grammars of a model before it. Use after close is an IllegalStateException.
 */
public final class NativeModel implements AutoCloseable {
    private static final int LOAD_COPIED = 0;
    private static final int LOAD_MAPPED = 1;
    private static final int NO_VOCABULARY = 0;

    final LlamaLibrary library;
    final MemorySegment handle;
    final Vocabulary vocabulary;
    private final ModelFunctions functions;
    private final Arena arena;
    private final boolean weights;

    private NativeModel(LlamaLibrary library, MemorySegment pointer, boolean weights) {
        this.library = library;
        this.weights = weights;
        functions = library.models;
        arena = Arena.ofShared();
        handle = Invoke.owned(pointer, arena, functions.free);
        vocabulary = new Vocabulary(functions, Invoke.toPointer(functions.vocabulary, handle).reinterpret(arena, null));
    }

    /**
     * Reads a GGUF file; takes as long as reading the file takes.
     *
     * @throws LoadException if llama.cpp refuses it or the progress stopped it; nothing stays in memory then
     */
    public static NativeModel load(LlamaLibrary library, Path file, LoadSettings settings) throws LoadException {
        ModelFunctions functions = library.models;
        var progress = new LoadProgress(settings.progress());
        try (var call = Arena.ofConfined(); var errors = new ErrorLines(library.log())) {
            MemorySegment parameters = (MemorySegment) functions.defaults.invokeExact((SegmentAllocator) call);
            Structs.MODEL.set(parameters, "n_gpu_layers", 0);
            Structs.MODEL.set(parameters, "load_mode", settings.mapped() ? LOAD_MAPPED : LOAD_COPIED);
            Structs.MODEL.set(parameters, "use_extra_bufts", settings.repacked());
            Structs.MODEL.set(parameters, "vocab_only", settings.vocabularyOnly());
            Structs.MODEL.set(parameters, "progress_callback", progress.callback(call));
            var pointer = (MemorySegment) functions.load.invokeExact(call.allocateFrom(file.toAbsolutePath().toString()), parameters);
            boolean loaded = !Invoke.isNull(pointer);
            if (!loaded) throw progress.stopped() ? LoadException.byProgress() : LoadException.refused(errors.reason("error loading model: ", "no reason was given"));
            var model = new NativeModel(library, pointer, !settings.vocabularyOnly());
            if (model.vocabulary.type() != NO_VOCABULARY) return model;
            model.close();
            throw LoadException.refused("the file has no vocabulary");
        } catch (LoadException e) {
            throw e;
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    /**
     * The tokens of a text.
     *
     * @param addSpecial puts the tokens around it that the model wants there, such as one for the beginning
     * @param parseSpecial reads control tokens that are spelled out in the text
     */
    public int[] tokenize(String text, boolean addSpecial, boolean parseSpecial) {
        return vocabulary.tokenize(text, addSpecial, parseSpecial);
    }

    /** The bytes a token stands for, which may end inside a character; control tokens stand for none. */
    public byte[] piece(int token) {
        return vocabulary.piece(token);
    }

    /** Whether a text ends with this token. */
    public boolean isEnd(int token) {
        return vocabulary.isEnd(token);
    }

    /** The token that begins a text; -1 if there is none. */
    public int beginToken() {
        return vocabulary.beginToken();
    }

    /** The token that ends a text; -1 if there is none. There may be more: see {@link #isEnd}. */
    public int endToken() {
        return vocabulary.endToken();
    }

    /** Whether this model wants the begin token before a text. */
    public boolean addsBegin() {
        return vocabulary.addsBegin();
    }

    public int vocabularySize() {
        return vocabulary.size();
    }

    /** Numbers in an embedding of a text. */
    public int embeddingLength() {
        return Invoke.toInt(functions.outputLength, handle);
    }

    /** Tokens of context the model was trained for. */
    public int trainedContext() {
        return Invoke.toInt(functions.trainedContext, handle);
    }

    /** Whether there is an encoder to run first, as in T5. */
    public boolean hasEncoder() {
        return Invoke.toBoolean(functions.hasEncoder, handle);
    }

    public boolean hasDecoder() {
        return Invoke.toBoolean(functions.hasDecoder, handle);
    }

    /** Whether its memory is one state for each sequence, from which positions cannot be removed. */
    public boolean isRecurrent() {
        return Invoke.toBoolean(functions.isRecurrent, handle);
    }

    /** Whether some layers are recurrent. */
    public boolean isHybrid() {
        return Invoke.toBoolean(functions.isHybrid, handle);
    }

    /** What a decoder behind an encoder begins with; -1: the begin token. */
    public int decoderStartToken() {
        return Invoke.toInt(functions.decoderStartToken, handle);
    }

    /** Bytes of all weights. */
    public long bytes() {
        return Invoke.toLong(functions.size, handle);
    }

    /**
     * A conversation in the form this template gives it, if llama.cpp knows the template: it compares with the
     * ones it has and runs none.
     *
     * @param template the text from the model's file
     * @param roles who says each of the contents
     * @param addAssistant ends with the beginning of the assistant's turn
     * @return null if the template is unknown
     */
    public String applyTemplate(String template, List<String> roles, List<String> contents, boolean addAssistant) {
        return FixedTemplates.apply(functions, template, roles, contents, addAssistant);
    }

    /** Reads a LoRA adapter made for this model. Not while one of its contexts computes. */
    public NativeAdapter loadAdapter(Path file) throws LoadException {
        try (var call = Arena.ofConfined(); var errors = new ErrorLines(library.log())) {
            MemorySegment adapter = Invoke.toPointer(functions.loadAdapter, handle, call.allocateFrom(file.toAbsolutePath().toString()));
            if (Invoke.isNull(adapter)) throw LoadException.refused(errors.reason("failed to apply lora adapter: ", "no reason was given"));
            return new NativeAdapter(adapter.reinterpret(arena, null));
        }
    }

    boolean hasWeights() {
        return weights;
    }

    /** Gives the memory back. Not while another thread calls it. */
    @Override
    public void close() {
        if (arena.scope().isAlive()) arena.close();
    }
}
