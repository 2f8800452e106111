package app.parlance.engine;

import java.util.ArrayList;
import java.util.List;

/** Reads a generation to its end. */
public record Answers(String text, List<GenerationEvent> events, StopReason reason, Usage usage) {
    /** Asks and waits for the whole answer. */
    public static Answers of(OpenModel model, GenerateRequest request) throws EngineException, InterruptedException {
        try (Generation generation = model.generate(request)) {
            return of(generation);
        }
    }

    /** What is left of this generation. */
    public static Answers of(Generation generation) throws EngineException, InterruptedException {
        StringBuilder text = new StringBuilder();
        List<GenerationEvent> events = new ArrayList<>();
        while (true) {
            GenerationEvent event = generation.next();
            events.add(event);
            switch (event) {
                case GenerationEvent.PromptProgress progress -> { }
                case GenerationEvent.Text piece -> text.append(piece.text());
                case GenerationEvent.Finished end -> {
                    return new Answers(text.toString(), events, end.reason(), end.usage());
                }
            }
        }
    }
}
