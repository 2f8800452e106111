package app.parlance.desktop.chat;

import app.parlance.problem.ProblemException;
import java.util.List;

/**
 * What went wrong, in sentences, with the ways out as buttons.
 *
 * @param remedy what the person can do, in words; may be empty
 * @param remedies the buttons, the one to be preferred first
 */
record Problem(String sentence, String remedy, List<Remedy> remedies) {
    enum Remedy { CONTINUE, TRY_AGAIN, LEAVE_OUT_OLDEST, NEW_CONVERSATION, LARGER_CONTEXT, MODELS }

    static Problem of(ProblemException problem, Remedy... remedies) {
        return new Problem(problem.getMessage(), problem.remedy(), List.of(remedies));
    }
}
