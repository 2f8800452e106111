package app.parlance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HelpTest {
    private static final Path PAGE = Path.of("../docs/command-line.md");

    @TempDir
    private Path home;

    @Test
    void theHelpNamesEveryCommandAndEveryExitCode() {
        var help = CommandRun.in(home, "", "", "--help");

        assertEquals(0, help.code());
        for (var command : new String[] {"chat", "models", "history", "diagnostics"}) assertTrue(help.out().contains("\n  " + command), command);
        for (var code : ExitCode.values()) {
            assertTrue(Pattern.compile(" " + code.number() + " +" + Pattern.quote(code.meaning())).matcher(help.out()).find(), code.name());
        }
        assertEquals("", help.err());
    }

    @Test
    void eightyColumnsAreEnough() throws IOException {
        assertEquals(0, page().lines().filter(line -> line.startsWith(" ") && line.length() > 80).count());
    }

    @Test
    void aWrongWordIsSaidInTwoLinesWithCodeTwo() {
        var run = CommandRun.in(home, "", "", "chta");

        assertEquals(ExitCode.USAGE.number(), run.code());
        assertEquals(2, run.err().lines().count(), run.err());
        assertEquals("", run.out());
    }

    @Test
    void theVersionNamesProgramAndJava() {
        var run = CommandRun.in(home, "", "", "--version");

        assertEquals(0, run.code());
        assertTrue(run.out().startsWith("Parlance "), run.out());
    }

    /** Rewrite the page with {@code mvn test -pl runtime -am -Dtest=HelpTest -Dparlance.docs=write}. */
    @Test
    void theDocumentationSaysWhatTheHelpSays() throws IOException {
        var page = page();
        if ("write".equals(System.getProperty("parlance.docs"))) Files.writeString(PAGE, page);

        assertEquals(page, Files.readString(PAGE), PAGE + " is out of date; see this test's comment");
    }

    private static String page() throws IOException {
        var page = new StringBuilder("""
                # The command line

                `parlance` without a word opens the window; a first word is a command over the same conversations and models.
                Results go to the output, everything else to the error output; both are UTF-8 whatever the locale. An error is one
                sentence with what to do about it. Commands may run beside the window on the same history.

                The blocks below are the program's own help.
                """);
        append(page, ParlanceCommand.model());
        return page.toString();
    }

    private static void append(StringBuilder page, CommandLine command) {
        page.append("\n## ").append(command.getCommandSpec().qualifiedName()).append("\n\n```text\n")
                .append(command.getUsageMessage(CommandLine.Help.Ansi.OFF).strip()).append("\n```\n");
        command.getSubcommands().values().forEach(child -> append(page, child));
    }
}
