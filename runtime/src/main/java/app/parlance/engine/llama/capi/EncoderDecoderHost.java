package app.parlance.engine.llama.capi;

import app.parlance.engine.Capability;
import app.parlance.engine.EngineException;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.llama.binding.DecodeResult;
import app.parlance.engine.llama.binding.NativeContext;
import app.parlance.engine.llama.binding.NativeModel;
import app.parlance.engine.llama.binding.TokenBatch;
import app.parlance.engine.llama.host.ContextSize;
import app.parlance.engine.llama.host.Host;
import app.parlance.engine.llama.host.Tokenizer;
import app.parlance.engine.llama.host.Writing;
import app.parlance.engine.llama.protocol.Report;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;

/**
 * A model such as T5 that first reads everything with an encoder and then writes with a decoder: one answer
 * after the other, for the context holds what one encoder run gave. Its prompts are texts without a template.
 */
final class EncoderDecoderHost implements Host {
    private static final int ONLY_SEQUENCE = 0;

    /** The answer that is being written, and the token to read next. */
    private final class Run {
        private final Writing writing;
        private final Answer answer;
        private int position;
        private int next;

        Run(Writing writing, Answer answer) {
            this.writing = writing;
            this.answer = answer;
            int start = model.decoderStartToken();
            next = start >= 0 ? start : Math.max(0, model.beginToken());
        }

        /** Reads one token and draws the next; false at the end. */
        boolean step() {
            batch.clear();
            batch.add(next, position++, ONLY_SEQUENCE, true);
            if (!succeeds(threads.run(() -> context.decode(batch)))) return false;
            next = answer.draw(context, 0);
            return next >= 0;
        }

        void end() {
            answer.finish(0);
            answer.close();
        }
    }

    private final NativeModel model;
    private final NativeContext context;
    private final Tokenizer tokenizer;
    private final ContextSize size;
    private final ComputingThreads threads;
    private final TokenBatch batch;
    private final Queue<Run> waiting = new ArrayDeque<>();
    private volatile Run run;

    EncoderDecoderHost(NativeModel model, NativeContext context, Tokenizer tokenizer, ContextSize size, ComputingThreads threads) {
        this.model = model;
        this.context = context;
        this.tokenizer = tokenizer;
        this.size = size;
        this.threads = threads;
        batch = new TokenBatch(size.tokens());
    }

    @Override
    public int contextTokens() {
        return size.tokens();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.ENCODER_DECODER, Capability.LOAD_PROGRESS, Capability.LIVE_THREADS, Capability.INSTANT_CANCEL, Capability.GRAMMAR);
    }

    @Override
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    /** None is used. */
    @Override
    public boolean knowsTemplate() {
        return true;
    }

    @Override
    public int count(Prompt prompt) {
        return source(prompt).length;
    }

    @Override
    public int[] prompt(GenerateRequest request) throws EngineException {
        return size.fitting(source(request.prompt()));
    }

    /** The source as the model was trained to read it, with its closing token; a chat is its last message. */
    private int[] source(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Text text -> model.tokenize(text.text(), true, true);
            case Prompt.Chat chat -> model.tokenize(chat.messages().getLast().content(), true, false);
        };
    }

    @Override
    public void begin(Writing writing) throws EngineException {
        waiting.add(new Run(writing, new Answer(model, tokenizer, writing, size.tokens() - 1)));
    }

    @Override
    public boolean step() {
        context.abort(false);
        Run current = run;
        if (current == null) return beginNext();
        if (current.writing.isCancelled() || !current.step()) {
            run = null;
            current.end();
        }
        return true;
    }

    private boolean beginNext() {
        Run next = waiting.poll();
        if (next == null) return false;
        if (next.writing.claim()) {
            run = next;
            encode(next.writing);
        } else {
            next.answer.close();
        }
        return true;
    }

    private void encode(Writing writing) {
        int[] source = writing.prompt();
        writing.report(new Report.PromptRead(0, source.length));
        context.clear();
        batch.clear();
        for (int position = 0; position < source.length; position++) batch.add(source[position], position, ONLY_SEQUENCE, true);
        succeeds(threads.run(() -> context.encode(batch)));
    }

    /** False where the computation was broken off because somebody cancelled. */
    private static boolean succeeds(DecodeResult result) {
        return switch (result) {
            case DONE -> true;
            case ABORTED -> false;
            case NO_ROOM, FAILED -> throw new IllegalStateException("llama.cpp could not compute: " + result);
        };
    }

    @Override
    public void cancelled(Writing writing) {
        Run current = run;
        if (current != null && current.writing == writing) context.abort(true);
    }

    @Override
    public void setThreads(int count) {
        threads.fix(count);
    }
}
