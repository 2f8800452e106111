package app.parlance.engine.llama;

import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences for what can befall a worker, from its exit code and its error output. */
final class Reasons {
    /** llama.cpp's own words before the reason of a failed load. */
    private static final Pattern LOAD_ERROR = Pattern.compile("error loading model: (.+)");
    private static final Pattern NO_MEMORY = Pattern.compile("(?i)failed to allocate|unable to allocate|cannot allocate|bad_alloc|OutOfMemoryError");
    /** How a JVM reports a crash in native code; it then ends with an ordinary code. */
    private static final Pattern CRASH = Pattern.compile("#\\s+(SIG[A-Z]+|EXCEPTION_[A-Z_]+) \\(0x");
    /** The code of a JVM that runs with ExitOnOutOfMemoryError. */
    private static final int HEAP_FULL = 3;

    private Reasons() { }

    /** llama.cpp's last line about a load that failed. */
    static boolean endsFailedLoad(String line) {
        return line.contains("failed to load model") || line.contains("unable to load model") || line.contains("failed to create context");
    }

    static EngineException failedLoad(List<String> errorOutput) {
        if (ranOutOfMemory(errorOutput)) return tooLarge();
        String reason = errorOutput.stream().map(LOAD_ERROR::matcher).filter(Matcher::find)
                .map(found -> found.group(1)).reduce((first, last) -> last).orElse("");
        String said = reason.isEmpty() ? "" : " llama.cpp says: " + reason + ".";
        return refused("The model file is damaged, incomplete, or of a kind that cannot be loaded." + said, "Fetch or copy it again, or choose another model.", errorOutput);
    }

    static EngineException diedLoading(int exitCode, List<String> errorOutput) {
        if (ranOutOfMemory(errorOutput) || exitCode == HEAP_FULL) return tooLarge();
        return refused("Loading the model ended its process" + how(exitCode, errorOutput) + ": the file may be damaged, or too large for the free memory.",
                "Choose another model, or a smaller one.", errorOutput);
    }

    static EngineException died(int exitCode, List<String> errorOutput) {
        boolean memory = ranOutOfMemory(errorOutput) || exitCode == HEAP_FULL;
        String message = memory ? "The model's process ended because memory ran out. What it had written is kept."
                : "The model's process ended unexpectedly" + how(exitCode, errorOutput) + ". What it had written is kept.";
        String remedy = memory ? "Close other programs, or choose a smaller model or context, and try again." : switch (exitCode) {
            case 137 -> "Try again: it is started anew. If it happens often, memory may be short; choose a smaller model.";
            case 135 -> "Check that the model's file is whole and its drive still there, and try again.";
            default -> "Try again: it is started anew.";
        };
        return new EngineException(Kind.DIED, message, remedy, technical(errorOutput));
    }

    static EngineException hung(Duration silence) {
        return new EngineException(Kind.HUNG, "The model's process gave no sign for " + silence.toSeconds() + " seconds and was ended. What it had written is kept.",
                "Try again: it is started anew.");
    }

    static EngineException tooSlowToLoad(Duration limit) {
        return new EngineException(Kind.HUNG, "The model was not loaded after " + limit.toSeconds() + " seconds, and loading was given up.",
                "Check the drive that holds it, or choose a smaller model.");
    }

    static EngineException closed() {
        return new EngineException(Kind.NOT_POSSIBLE, "The model was closed.", "Ask again: it is opened anew.");
    }

    private static EngineException tooLarge() {
        return new EngineException(Kind.REFUSED, "There is not enough free memory for this model with this context.", "Close other programs, or choose a smaller model or context.");
    }

    private static EngineException refused(String message, String remedy, List<String> errorOutput) {
        return new EngineException(Kind.REFUSED, message, remedy, technical(errorOutput));
    }

    private static boolean ranOutOfMemory(List<String> errorOutput) {
        return errorOutput.stream().anyMatch(line -> NO_MEMORY.matcher(line).find());
    }

    /** Codes above 128 are signals on Unix. */
    private static String how(int exitCode, List<String> errorOutput) {
        Optional<String> crash = errorOutput.stream().map(CRASH::matcher).filter(Matcher::find).map(found -> found.group(1)).findFirst();
        if (crash.isPresent()) return " (signal " + crash.get() + ")";
        return exitCode > 128 && exitCode < 160 ? String.format(Locale.ROOT, " (signal %d)", exitCode - 128) : " (code " + exitCode + ")";
    }

    private static Throwable technical(List<String> errorOutput) {
        return new IllegalStateException(String.join("\n", errorOutput));
    }
}
