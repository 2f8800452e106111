package app.parlance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts main classes of this class path as real processes, as a person's shell would. */
public final class JavaProgram {
    private JavaProgram() { }

    /** The words of a command line that runs this class. */
    public static List<String> command(Class<?> main, String... args) {
        var words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), main.getName()));
        words.addAll(List.of(args));
        return words;
    }

    /** Starts it with its error output beside its output. */
    public static Process start(Class<?> main, String... args) throws IOException {
        return new ProcessBuilder(command(main, args)).redirectErrorStream(true).start();
    }
}
