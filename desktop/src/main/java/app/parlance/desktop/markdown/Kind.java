package app.parlance.desktop.markdown;

/** What a line is. Lines of the kinds below come out of Markdown; {@link Around} is for what stands around it. */
public sealed interface Kind {
    /** A line of a paragraph, a list item or raw HTML. */
    record Text() implements Kind { }

    /** A heading, {@code level} from 1 to 6. */
    record Heading(int level) implements Kind { }

    /** The head of a code block, with the language as it was written (often empty). Has no text. */
    record CodeHead(String language) implements Kind { }

    /** A line of code. */
    record CodeLine() implements Kind { }

    /** The foot of a code block ({@code framed}) or of a table, where wide ones are scrolled. Has no text. */
    record Foot(boolean framed) implements Kind { }

    /** A table's row; its text is one {@link Segment.Row}. */
    record TableRow(boolean header) implements Kind { }

    /** A rule from side to side. Has no text. */
    record Rule() implements Kind { }

    /** What the transcript sets around messages. */
    non-sealed interface Around extends Kind { }
}
