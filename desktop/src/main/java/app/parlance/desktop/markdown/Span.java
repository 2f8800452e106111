package app.parlance.desktop.markdown;

/** A segment with its style. */
public record Span(Segment segment, TextStyle style) {
    /** Plain characters in a style. */
    public static Span of(String text, TextStyle style) { return new Span(new Segment.Run(text), style); }
}
