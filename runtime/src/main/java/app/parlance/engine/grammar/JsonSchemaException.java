package app.parlance.engine.grammar;

import app.parlance.problem.ProblemException;

/** A schema asks for something that no grammar can hold an answer to, or is none; the sentence says what, and where in it. */
public final class JsonSchemaException extends ProblemException {
    JsonSchemaException(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }

    /** @param what goes on after the place, without the full stop */
    static JsonSchemaException at(String place, String what, String remedy) {
        return new JsonSchemaException("The schema for the answer's form cannot be used: " + (place.isEmpty() ? "at its top" : "at " + place) + " " + what + ".",
                remedy, null);
    }
}
