package app.parlance.desktop.transcript;

import app.parlance.desktop.markdown.Segment;
import app.parlance.desktop.markdown.Span;
import app.parlance.desktop.markdown.TextStyle;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** How wide text will be, in the fonts that transcript.css names. On the FX thread. */
final class Metrics {
    static final double TEXT_SIZE = 14;
    static final double CODE_SIZE = 13;
    static final double EMOJI = 17;

    private static final Text RULER = new Text();

    private Metrics() { }

    /** The width of these spans on one line, in whole pixels, rounded up. */
    static double width(List<Span> spans, double textSize) {
        double width = 0;
        for (var span : spans) {
            width += switch (span.segment()) {
                case Segment.Run(var text) -> width(text, font(span.style(), textSize));
                case Segment.Emoji _ -> EMOJI;
                case Segment.Caret _, Segment.RightToLeft _, Segment.Row _ -> 0;
            };
        }
        return Math.ceil(width);
    }

    private static double width(String text, Font font) {
        RULER.setFont(font);
        RULER.setTabSize(4);
        RULER.setText(text);
        return RULER.getLayoutBounds().getWidth();
    }

    private static Font font(TextStyle style, double size) {
        if (style.tone().mono()) return Font.font("JetBrains Mono", CODE_SIZE);
        return Font.font("Inter", style.bold() ? FontWeight.BOLD : FontWeight.NORMAL,
                style.italic() ? FontPosture.ITALIC : FontPosture.REGULAR, size);
    }
}
