package app.parlance.engine.llama.capi;

import app.parlance.engine.PromptCache;
import app.parlance.engine.llama.binding.NativeContext;
import app.parlance.engine.llama.host.Writing;
import app.parlance.engine.llama.protocol.Report;
import java.util.Arrays;
import java.util.Optional;

/** Reads a prompt, then what it draws itself. */
final class WritingTask implements Task {
    private final Writing writing;
    private final Answer answer;
    private int[] tokens;
    private int length;
    private boolean done;
    private int reused;
    private boolean begun;

    WritingTask(Writing writing, Answer answer) {
        this.writing = writing;
        this.answer = answer;
        tokens = writing.prompt();
        length = tokens.length;
    }

    @Override
    public int[] tokens() {
        return tokens;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int firstOutput() {
        return length - 1;
    }

    @Override
    public boolean reuses() {
        return writing.request().reusePrefix();
    }

    @Override
    public Optional<PromptCache> cache() {
        return writing.request().cache();
    }

    /** One that had to give way begins twice; only the first time counts. */
    @Override
    public void begun(int reusedTokens) {
        if (begun) return;
        begun = true;
        reused = reusedTokens;
        read(reusedTokens);
    }

    @Override
    public void read(int known) {
        int prompt = writing.prompt().length;
        if (known < prompt) writing.report(new Report.PromptRead(known, prompt));
    }

    @Override
    public void output(NativeContext context, int position, int batchIndex) {
        int token = answer.draw(context, batchIndex);
        if (token < 0) {
            done = true;
            return;
        }
        if (length == tokens.length) tokens = Arrays.copyOf(tokens, tokens.length + Math.max(256, tokens.length / 2));
        tokens[length++] = token;
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public boolean isCancelled() {
        return writing.isCancelled();
    }

    @Override
    public void end() {
        answer.finish(reused);
        answer.close();
    }
}
