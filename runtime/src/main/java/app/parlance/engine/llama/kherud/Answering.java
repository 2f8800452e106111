package app.parlance.engine.llama.kherud;

import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Sampling;
import app.parlance.engine.StopReason;
import app.parlance.engine.llama.host.StopFilter;
import app.parlance.engine.llama.host.Tokenizer;
import app.parlance.engine.llama.host.Writing;
import app.parlance.engine.llama.protocol.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes answers with one model: reads the prompt in steps, then lets the model draw. */
final class Answering {
    /** Without reuse the same request must give the same text, so the steps may not depend on the clock. */
    private static final int STEADY_STEP = 32;

    private final KherudBackend backend;
    private final Tokenizer tokenizer;
    private final Slots slots;
    private final int contextTokens;
    private final ReadingPace pace = new ReadingPace();

    Answering(KherudBackend backend, Tokenizer tokenizer, int slotCount, int contextTokens) {
        this.backend = backend;
        this.tokenizer = tokenizer;
        this.slots = new Slots(slotCount);
        this.contextTokens = contextTokens;
    }

    /** Answers; whether it is cancelled is asked between steps and between tokens. */
    void answer(Writing writing) {
        new Run(writing).answer();
    }

    /** One answer under way. */
    private final class Run {
        private final Writing writing;
        private final GenerateRequest request;
        private final int[] prompt;
        private final StopFilter filter;
        private final StringBuilder text = new StringBuilder();
        private final int slot;
        private final int reused;
        private int drawn;
        private int unreported;

        Run(Writing writing) {
            this.writing = writing;
            request = writing.request();
            prompt = writing.prompt();
            List<String> stops = new ArrayList<>(tokenizer.ends(request.prompt()));
            stops.addAll(request.stop());
            filter = new StopFilter(stops);
            slot = slots.choose(prompt);
            // The last token is always read anew: the model goes on from its result.
            reused = request.reusePrefix() ? Math.min(slots.shared(slot, prompt), prompt.length - 1) : 0;
        }

        void answer() {
            writing.report(new Report.PromptRead(reused, prompt.length));
            int read = readPrompt();
            if (writing.isCancelled()) {
                slots.remember(slot, Arrays.copyOf(prompt, read));
                writing.finish(StopReason.CANCELLED, reused, drawn);
                return;
            }
            int room = contextTokens - prompt.length;
            boolean limited = request.maxTokens() > 0 && request.maxTokens() <= room;
            int limit = limited ? request.maxTokens() : room;
            boolean reuse = request.reusePrefix() || read > 0;
            var drawing = new KherudBackend.Drawing(prompt, slot, reuse, limit, request.sampling(), request.grammar());
            KherudBackend.Ending ending = backend.draw(drawing, this::token);
            report(filter.rest());
            slots.remember(slot, Tokenizer.joined(prompt, tokenizer.written(text.toString())));
            if (ending == KherudBackend.Ending.END_TOKEN && drawn <= limit) drawn--;
            writing.finish(switch (ending) {
                case END_TOKEN -> StopReason.END;
                case LIMIT -> limited ? StopReason.LENGTH : StopReason.CONTEXT_FULL;
                case STOPPED -> filter.isStopped() ? StopReason.END : StopReason.CANCELLED;
            }, reused, drawn);
        }

        /** Reads all but the last step, which is read with the drawing; returns how far it came. */
        private int readPrompt() {
            int read = reused;
            boolean reuse = request.reusePrefix();
            while (!writing.isCancelled()) {
                int step = request.reusePrefix() ? pace.step() : STEADY_STEP;
                if (prompt.length - read <= step) return read;
                long start = System.nanoTime();
                int[] beginning = Arrays.copyOf(prompt, read + step);
                backend.draw(new KherudBackend.Drawing(beginning, slot, reuse, 1, Sampling.GREEDY, ""), piece -> true);
                pace.measured(step, System.nanoTime() - start);
                reuse = true;
                read += step;
                writing.report(new Report.PromptRead(read, prompt.length));
            }
            return read;
        }

        private boolean token(String piece) {
            if (drawn == 0) writing.report(new Report.PromptRead(prompt.length, prompt.length));
            int tokens = tokenizer.drawnFor(piece);
            drawn += tokens;
            unreported += tokens;
            text.append(piece);
            report(filter.accept(piece));
            return !filter.isStopped() && !writing.isCancelled();
        }

        private void report(String shown) {
            if (shown.isEmpty()) return;
            writing.report(new Report.Written(shown, unreported));
            unreported = 0;
        }
    }
}
