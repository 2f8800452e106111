package app.parlance.desktop.markdown;

/**
 * How a stretch of text looks. Equal styles look equal.
 *
 * @param link the address behind the text, or empty; it is shown, never followed unasked
 * @param lit  whether it is a word that was searched for
 */
public record TextStyle(Tone tone, boolean bold, boolean italic, boolean strike, String link, boolean lit) {
    /** What a stretch of text is. From CODE on, the monospace face is used. */
    public enum Tone {
        PLAIN, AUTHOR, FAINT, CODE, KEYWORD, STRING, NUMBER, COMMENT, FUNCTION, TAG;

        /** Whether it is set in the monospace face. */
        public boolean mono() { return compareTo(CODE) >= 0; }
    }

    public static final TextStyle PLAIN = of(Tone.PLAIN);

    public static TextStyle of(Tone tone) { return new TextStyle(tone, false, false, false, "", false); }

    public TextStyle withTone(Tone other) { return new TextStyle(other, bold, italic, strike, link, lit); }

    public TextStyle asBold() { return new TextStyle(tone, true, italic, strike, link, lit); }

    public TextStyle asItalic() { return new TextStyle(tone, bold, true, strike, link, lit); }

    public TextStyle asStrike() { return new TextStyle(tone, bold, italic, true, link, lit); }

    public TextStyle withLink(String address) { return new TextStyle(tone, bold, italic, strike, address, lit); }

    public TextStyle withLit(boolean on) { return new TextStyle(tone, bold, italic, strike, link, on); }
}
