package app.parlance.engine.llama.capi;

import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import app.parlance.engine.StopReason;
import app.parlance.engine.llama.binding.GrammarSampler;
import app.parlance.engine.llama.binding.NativeContext;
import app.parlance.engine.llama.binding.NativeModel;
import app.parlance.engine.llama.binding.SamplerChain;
import app.parlance.engine.llama.host.StopFilter;
import app.parlance.engine.llama.host.Tokenizer;
import app.parlance.engine.llama.host.Writing;
import app.parlance.engine.llama.protocol.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An answer's text as it is drawn: which token comes next, what of it can be shown, and when it is over. */
final class Answer implements AutoCloseable {
    /** Sooner than a screen is drawn anew. */
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(25);

    private final NativeModel model;
    private final Writing writing;
    private final SamplerChain sampler;
    private final GrammarSampler grammar;
    private final StopFilter filter;
    private final StringBuilder unsaid = new StringBuilder();
    private long lastSaid = System.nanoTime() - BETWEEN_REPORTS.toNanos();
    private final Characters characters = new Characters();
    private final int limit;
    private final StopReason atLimit;
    private int drawn;
    private int unreported;
    private StopReason ended;

    /**
     * @param room tokens that can be drawn at most
     * @throws EngineException where the grammar cannot be read
     */
    Answer(NativeModel model, Tokenizer tokenizer, Writing writing, int room) throws EngineException {
        this.model = model;
        this.writing = writing;
        int wanted = writing.request().maxTokens();
        boolean limited = wanted > 0 && wanted <= room;
        limit = limited ? wanted : room;
        atLimit = limited ? StopReason.LENGTH : StopReason.CONTEXT_FULL;
        List<String> stops = new ArrayList<>(tokenizer.ends(writing.request().prompt()));
        stops.addAll(writing.request().stop());
        filter = new StopFilter(stops);
        grammar = grammar(model, writing.request().grammar());
        sampler = SamplerChain.of(model, writing.request().sampling());
    }

    private static GrammarSampler grammar(NativeModel model, String gbnf) throws EngineException {
        if (gbnf.isEmpty()) return null;
        return GrammarSampler.of(model, gbnf).orElseThrow(() -> new EngineException(Kind.NOT_POSSIBLE,
                "The rules for the answer's form cannot be read, so nothing was written.", "Correct the grammar."));
    }

    /** Draws the next token from this output and reports its text; -1 where it was the end. */
    int draw(NativeContext context, int batchIndex) {
        if (drawn == 0) writing.report(new Report.PromptRead(writing.prompt().length, writing.prompt().length));
        int token = grammar == null ? sampler.sample(context, batchIndex) : sampler.sample(context, batchIndex, grammar);
        if (model.isEnd(token)) return ended(StopReason.END);
        drawn++;
        unreported++;
        report(filter.accept(characters.add(model.piece(token))));
        if (filter.isStopped()) return ended(StopReason.END);
        if (drawn == limit) return ended(atLimit);
        return token;
    }

    private int ended(StopReason reason) {
        ended = reason;
        return -1;
    }

    /** Whoever shows it must be woken for it, on a core that computes: so not for each of many tokens a second. */
    private void report(String text) {
        unsaid.append(text);
        if (System.nanoTime() - lastSaid >= BETWEEN_REPORTS.toNanos()) flush();
    }

    private void flush() {
        if (unsaid.isEmpty()) return;
        lastSaid = System.nanoTime();
        writing.report(new Report.Written(unsaid.toString(), unreported));
        unsaid.setLength(0);
        unreported = 0;
    }

    /** The last report; without an end it was cancelled. */
    void finish(int reused) {
        report(filter.accept(characters.rest()));
        report(filter.rest());
        flush();
        writing.finish(ended == null ? StopReason.CANCELLED : ended, reused, drawn);
    }

    @Override
    public void close() {
        sampler.close();
        if (grammar != null) grammar.close();
    }
}
