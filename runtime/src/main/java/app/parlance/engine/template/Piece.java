package app.parlance.engine.template;

/**
 * A stretch of a rendered prompt.
 *
 * @param markup true where control tokens work as such; false for a person's or a document's words,
 *        in which they are text
 */
public record Piece(String text, boolean markup) {
    public static Piece markup(String text) {
        return new Piece(text, true);
    }

    public static Piece words(String text) {
        return new Piece(text, false);
    }
}
