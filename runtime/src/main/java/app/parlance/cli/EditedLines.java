package app.parlance.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Lines edited in the terminal: arrow keys, earlier lines with Up, pasted text of several lines as one,
 * and a backslash at a line's end to go on with the next. What was typed is remembered only in memory.
 */
final class EditedLines implements Lines {
    private final Terminal terminal;
    private final LineReader reader;

    EditedLines() throws IOException {
        // Ignoring Ctrl+C between reading and answering keeps a late one from ending the program.
        terminal = TerminalBuilder.builder().system(true).encoding(StandardCharsets.UTF_8).nativeSignals(true)
                .signalHandler(Terminal.SignalHandler.SIG_IGN).build();
        terminal.handle(Terminal.Signal.TSTP, Terminal.SignalHandler.SIG_DFL);
        var parser = new DefaultParser();
        parser.setEofOnEscapedNewLine(true);
        reader = LineReaderBuilder.builder().terminal(terminal).parser(parser)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "… ")
                .build();
    }

    @Override
    public String next() {
        while (true) {
            try {
                return reader.readLine("> ").replace("\\\n", "\n");
            } catch (UserInterruptException ctrlC) {
                if (ctrlC.getPartialLine().isEmpty()) terminal.writer().println("Ctrl+D or /exit ends the chat.");
            } catch (EndOfFileException ctrlD) {
                return null;
            }
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
