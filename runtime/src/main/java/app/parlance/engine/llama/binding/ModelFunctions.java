package app.parlance.engine.llama.binding;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** Functions of llama.h about models, vocabularies, adapters and model files. */
final class ModelFunctions {
    final MethodHandle defaults;
    final MethodHandle load;
    final MethodHandle free;
    final MethodHandle vocabulary;
    final MethodHandle trainedContext;
    final MethodHandle outputLength;
    final MethodHandle size;
    final MethodHandle hasEncoder;
    final MethodHandle hasDecoder;
    final MethodHandle decoderStartToken;
    final MethodHandle isRecurrent;
    final MethodHandle isHybrid;

    final MethodHandle vocabularyType;
    final MethodHandle tokenCount;
    final MethodHandle isEnd;
    final MethodHandle beginToken;
    final MethodHandle endToken;
    final MethodHandle addsBegin;
    final MethodHandle tokenize;
    final MethodHandle piece;
    final MethodHandle applyTemplate;

    final MethodHandle loadAdapter;
    final MethodHandle quantizeDefaults;
    final MethodHandle quantize;

    ModelFunctions(Symbols symbols) throws UnfitLibraryException {
        defaults = symbols.function("llama_model_default_params", Structs.MODEL.layout());
        load = symbols.function("llama_model_load_from_file", ADDRESS, ADDRESS, Structs.MODEL.layout());
        free = symbols.procedure("llama_model_free", ADDRESS);
        vocabulary = symbols.function("llama_model_get_vocab", ADDRESS, ADDRESS);
        trainedContext = symbols.function("llama_model_n_ctx_train", JAVA_INT, ADDRESS);
        outputLength = symbols.function("llama_model_n_embd_out", JAVA_INT, ADDRESS);
        size = symbols.function("llama_model_size", JAVA_LONG, ADDRESS);
        hasEncoder = symbols.function("llama_model_has_encoder", JAVA_BOOLEAN, ADDRESS);
        hasDecoder = symbols.function("llama_model_has_decoder", JAVA_BOOLEAN, ADDRESS);
        decoderStartToken = symbols.function("llama_model_decoder_start_token", JAVA_INT, ADDRESS);
        isRecurrent = symbols.function("llama_model_is_recurrent", JAVA_BOOLEAN, ADDRESS);
        isHybrid = symbols.function("llama_model_is_hybrid", JAVA_BOOLEAN, ADDRESS);

        vocabularyType = symbols.function("llama_vocab_type", JAVA_INT, ADDRESS);
        tokenCount = symbols.function("llama_vocab_n_tokens", JAVA_INT, ADDRESS);
        isEnd = symbols.function("llama_vocab_is_eog", JAVA_BOOLEAN, ADDRESS, JAVA_INT);
        beginToken = symbols.function("llama_vocab_bos", JAVA_INT, ADDRESS);
        endToken = symbols.function("llama_vocab_eos", JAVA_INT, ADDRESS);
        addsBegin = symbols.function("llama_vocab_get_add_bos", JAVA_BOOLEAN, ADDRESS);
        tokenize = symbols.function("llama_tokenize", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_BOOLEAN, JAVA_BOOLEAN);
        piece = symbols.function("llama_token_to_piece", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_BOOLEAN);
        applyTemplate = symbols.function("llama_chat_apply_template", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_BOOLEAN, ADDRESS, JAVA_INT);

        loadAdapter = symbols.function("llama_adapter_lora_init", ADDRESS, ADDRESS, ADDRESS);
        quantizeDefaults = symbols.function("llama_model_quantize_default_params", Structs.QUANTIZE.layout());
        quantize = symbols.function("llama_model_quantize", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    }
}
