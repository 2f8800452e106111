package app.parlance.desktop.markdown;

import java.util.List;

/**
 * What a line is, where it stands, and which part of which message's Markdown it shows.
 *
 * @param message the message's id
 * @param from    where its source begins in the message's Markdown
 * @param to      where its source ends; lines with the same source belong together
 * @param block   where the source of its code block or table begins: what these share, they share by this
 * @param above   free space above, in pixels
 * @param indent  how far from the left, in pixels
 * @param marker  what stands before a list item, or empty
 * @param bars    where bars of quotes stand, in pixels from the left
 * @param joined  how many of the bars come down from the line above
 * @param rtl     whether it is read from right to left
 */
public record LineStyle(Kind kind, long message, int from, int to, int block, int above, int indent, String marker,
                        List<Integer> bars, int joined, boolean rtl) {
    /** A line outside of Markdown. */
    public static LineStyle around(Kind.Around kind, long message, int from, int to, int above, boolean rtl) {
        return new LineStyle(kind, message, from, to, from, above, 0, "", List.of(), 0, rtl);
    }
}
