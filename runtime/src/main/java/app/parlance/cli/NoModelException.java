package app.parlance.cli;

import app.parlance.problem.ProblemException;

/** There is no model to answer with, or none of the name that was given. */
final class NoModelException extends ProblemException {
    private NoModelException(String message, String remedy) {
        super(message, remedy);
    }

    static NoModelException none() {
        return new NoModelException("There is no model on this machine that can chat.",
                "Fetch a small one (98 MB) with \"parlance models fetch smollm2-135m\", or take in a GGUF file with \"parlance models import FILE\".");
    }

    static NoModelException named(String name) {
        return new NoModelException("There is no model named \"" + name + "\".",
                "\"parlance models\" lists those on this machine, \"parlance models fetch\" those that can be fetched.");
    }
}
