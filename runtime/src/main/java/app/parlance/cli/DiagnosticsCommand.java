package app.parlance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parlance diagnostics}. */
@Command(name = "diagnostics", description = "Describe this installation for a bug report, without a word of any conversation.")
final class DiagnosticsCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "Write to this file instead of the output.")
    private Path out;

    DiagnosticsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        var diagnostics = session.parlance().diagnostics();
        if (out == null) {
            session.streams().print(diagnostics.report());
        } else {
            diagnostics.writeTo(out);
            session.streams().note("Written to " + out + ". It is plain text: read it before you send it.");
        }
        return ExitCode.OK.number();
    }
}
