package app.parlance.cli;

import java.io.IOException;

/** Where an interactive chat's lines come from. */
interface Lines extends AutoCloseable {
    /** The next line that the person entered; null at the end of the input. */
    String next() throws IOException;

    @Override
    void close() throws IOException;

    /** A line editor where there is a terminal, else the input line by line. */
    static Lines of(Streams streams) throws IOException {
        return streams.isTerminal() ? new EditedLines() : new Lines() {
            @Override
            public String next() throws IOException {
                return streams.readLine();
            }

            @Override
            public void close() { }
        };
    }
}
