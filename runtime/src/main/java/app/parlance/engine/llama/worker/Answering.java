package app.parlance.engine.llama.worker;

import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Sampling;
import app.parlance.engine.StopReason;
import app.parlance.engine.llama.protocol.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Writes answers with one model: reads the prompt in steps, then lets the model draw. */
final class Answering {
    /** Without reuse the same request must give the same text, so the steps may not depend on the clock. */
    private static final int STEADY_STEP = 32;

    private final Backend backend;
    private final Tokenizer tokenizer;
    private final Slots slots;
    private final int contextTokens;
    private final ReadingPace pace = new ReadingPace();

    Answering(Backend backend, Tokenizer tokenizer, int slotCount, int contextTokens) {
        this.backend = backend;
        this.tokenizer = tokenizer;
        this.slots = new Slots(slotCount);
        this.contextTokens = contextTokens;
    }

    /** Answers; {@code cancelled} is asked between steps and between tokens. */
    Report.Finished answer(GenerateRequest request, int[] prompt, BooleanSupplier cancelled, Consumer<Report> reports) {
        return new Run(request, prompt, cancelled, reports).answer();
    }

    /** One answer under way. */
    private final class Run {
        private final GenerateRequest request;
        private final int[] prompt;
        private final BooleanSupplier cancelled;
        private final Consumer<Report> reports;
        private final StopFilter filter;
        private final StringBuilder written = new StringBuilder();
        private final int slot;
        private final int reused;
        private int drawn;
        private int unreported;

        Run(GenerateRequest request, int[] prompt, BooleanSupplier cancelled, Consumer<Report> reports) {
            this.request = request;
            this.prompt = prompt;
            this.cancelled = cancelled;
            this.reports = reports;
            List<String> stops = new ArrayList<>(tokenizer.ends(request.prompt()));
            stops.addAll(request.stop());
            filter = new StopFilter(stops);
            slot = slots.choose(prompt);
            // The last token is always read anew: the model goes on from its result.
            reused = request.reusePrefix() ? Math.min(slots.shared(slot, prompt), prompt.length - 1) : 0;
        }

        Report.Finished answer() {
            reports.accept(new Report.PromptRead(reused, prompt.length));
            int read = readPrompt();
            if (cancelled.getAsBoolean()) {
                slots.remember(slot, Arrays.copyOf(prompt, read));
                return finished(StopReason.CANCELLED);
            }
            int room = contextTokens - prompt.length;
            boolean limited = request.maxTokens() > 0 && request.maxTokens() <= room;
            int limit = limited ? request.maxTokens() : room;
            boolean reuse = request.reusePrefix() || read > 0;
            var drawing = new Backend.Drawing(prompt, slot, reuse, limit, request.sampling(), request.grammar());
            Backend.Ending ending = backend.draw(drawing, this::token);
            report(filter.rest());
            slots.remember(slot, Tokenizer.joined(prompt, tokenizer.written(written.toString())));
            if (ending == Backend.Ending.END_TOKEN && drawn <= limit) drawn--;
            return finished(switch (ending) {
                case END_TOKEN -> StopReason.END;
                case LIMIT -> limited ? StopReason.LENGTH : StopReason.CONTEXT_FULL;
                case STOPPED -> filter.isStopped() ? StopReason.END : StopReason.CANCELLED;
            });
        }

        /** Reads all but the last step, which is read with the drawing; returns how far it came. */
        private int readPrompt() {
            int read = reused;
            boolean reuse = request.reusePrefix();
            while (!cancelled.getAsBoolean()) {
                int step = request.reusePrefix() ? pace.step() : STEADY_STEP;
                if (prompt.length - read <= step) return read;
                long start = System.nanoTime();
                int[] beginning = Arrays.copyOf(prompt, read + step);
                backend.draw(new Backend.Drawing(beginning, slot, reuse, 1, Sampling.GREEDY, ""), text -> true);
                pace.measured(step, System.nanoTime() - start);
                reuse = true;
                read += step;
                reports.accept(new Report.PromptRead(read, prompt.length));
            }
            return read;
        }

        private boolean token(String text) {
            if (drawn == 0) reports.accept(new Report.PromptRead(prompt.length, prompt.length));
            int tokens = tokenizer.drawnFor(text);
            drawn += tokens;
            unreported += tokens;
            written.append(text);
            report(filter.accept(text));
            return !filter.isStopped() && !cancelled.getAsBoolean();
        }

        private void report(String text) {
            if (text.isEmpty()) return;
            reports.accept(new Report.Written(text, unreported));
            unreported = 0;
        }

        private Report.Finished finished(StopReason reason) {
            return new Report.Finished(reason, prompt.length, reused, drawn);
        }
    }
}
