package app.parlance.desktop.transcript;

import app.parlance.desktop.markdown.Kind;
import app.parlance.desktop.markdown.Line;
import app.parlance.desktop.markdown.LineStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The {@link Sideways} of every code block and table that is shown. */
final class SidewaysBlocks {
    private final Map<Long, Map<Integer, Sideways>> byMessage = new HashMap<>();

    /** The one of the block that this line is in. */
    Sideways of(LineStyle style) {
        return byMessage.computeIfAbsent(style.message(), _ -> new HashMap<>()).computeIfAbsent(style.block(), _ -> new Sideways());
    }

    /** Makes room for these lines, in whatever blocks they are. */
    void include(List<Line> lines) {
        for (var line : lines) {
            if (line.style().kind() instanceof Kind.CodeLine || line.style().kind() instanceof Kind.TableRow) of(line.style()).include(line);
        }
    }

    /** Forgets a message. */
    void forget(long message) { byMessage.remove(message); }
}
