package app.parlance.engine;

/** What a {@link Generation} yields, in this order: progress, text, one end. */
public sealed interface GenerationEvent {
    /** How much of the prompt has been read, in tokens; {@code read} starts at what was reused. */
    record PromptProgress(int read, int total) implements GenerationEvent { }

    /** New text: whole characters only, though a character may span tokens. {@code tokens} were drawn for it. */
    record Text(String text, int tokens) implements GenerationEvent { }

    /** The end; nothing follows. */
    record Finished(StopReason reason, Usage usage) implements GenerationEvent { }
}
