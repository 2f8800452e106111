package app.parlance.cli;

import app.parlance.chat.OutgrownException;
import app.parlance.engine.EngineException;
import app.parlance.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine.ParameterException;

/** Says what went wrong in a sentence, and chooses the exit code for it. */
final class Failures {
    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    private final Streams streams;
    private final boolean verbose;

    /** @param verbose whether the technical cause is shown too */
    Failures(Streams streams, boolean verbose) {
        this.streams = streams;
        this.verbose = verbose;
    }

    int report(Exception problem) {
        if (problem instanceof ParameterException usage) return reportUsage(usage);
        if (problem instanceof Streams.OutputException output && output.readerIsGone()) return ExitCode.OUTPUT_CLOSED.number();
        LOG.log(System.Logger.Level.INFO, "A command failed", problem);
        streams.note("parlance: " + Streams.printable(sentence(problem)));
        if (verbose) problem.printStackTrace(streams.err());
        return code(problem).number();
    }

    int reportUsage(ParameterException problem) {
        streams.note("parlance: " + Streams.printable(problem.getMessage()));
        streams.note("\"" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help\" says how it is written.");
        if (verbose) problem.printStackTrace(streams.err());
        return ExitCode.USAGE.number();
    }

    private static String sentence(Exception problem) {
        return switch (problem) {
            case ProblemException p -> p.full();
            case InterruptedException _ -> "Stopped.";
            case Streams.OutputException output -> "The output could not be written: " + output.getCause().getMessage() + ".";
            case FileSystemException file -> "\"" + file.getFile() + "\" could not be used: " + reason(file) + ".";
            case InvalidPathException path -> "\"" + path.getInput() + "\" is no file name that this system's language setting can write."
                    + " Set LC_ALL=C.UTF-8 and try again.";
            case IOException io -> "Reading or writing failed: " + io.getMessage() + ".";
            default -> "Something in Parlance itself went wrong (" + problem.getClass().getSimpleName()
                    + "). Please report it with the output of \"parlance diagnostics\".";
        };
    }

    private static String reason(FileSystemException problem) {
        return switch (problem) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "it exists already";
            default -> problem.getReason() == null ? problem.getClass().getSimpleName() : problem.getReason();
        };
    }

    private static ExitCode code(Exception problem) {
        return switch (problem) {
            case NoModelException _ -> ExitCode.NO_MODEL;
            case OutgrownException _ -> ExitCode.TOO_LONG;
            case EngineException engine when engine.kind() == EngineException.Kind.PROMPT_TOO_LONG -> ExitCode.TOO_LONG;
            case EngineException engine when engine.kind() == EngineException.Kind.UNFIT_LIBRARY -> ExitCode.NO_ENGINE;
            case InterruptedException _ -> ExitCode.INTERRUPTED;
            default -> ExitCode.FAILED;
        };
    }
}
