package app.parlance.cli;

import app.parlance.chat.Answer;
import app.parlance.chat.Answer.ChatEvent;
import app.parlance.problem.ProblemException;

/** Reads an answer to its end, while Ctrl+C stops the answer and not the program. */
final class AnswerPrinter {
    private final Streams streams;

    AnswerPrinter(Streams streams) {
        this.streams = streams;
    }

    /** Writes the text as it comes, and ends its last line. */
    ChatEvent.Done show(Answer answer) throws ProblemException, InterruptedException {
        var started = false;
        try (answer; var _ = Interrupts.handle(answer::cancel)) {
            while (true) {
                switch (answer.next()) {
                    case ChatEvent.Waiting _ -> streams.status("Waiting for another answer …");
                    case ChatEvent.Loading(var model, var share) -> streams.status("Loading " + Streams.printable(model) + " …"
                            + (Double.isNaN(share) ? "" : " " + Math.round(share * 100) + " %"));
                    case ChatEvent.Reading(var read, var total) -> streams.status("Reading " + read + " of " + total + " tokens …");
                    case ChatEvent.Text(var text, _) -> {
                        if (!started) streams.status("");
                        started = true;
                        streams.print(Streams.printable(text));
                    }
                    case ChatEvent.Done done -> {
                        streams.status("");
                        if (started) streams.println("");
                        return done;
                    }
                }
            }
        } catch (ProblemException e) {
            streams.status("");
            if (started) streams.println("");
            throw e;
        }
    }

    /** Writes nothing. */
    ChatEvent.Done await(Answer answer) throws ProblemException, InterruptedException {
        try (answer; var _ = Interrupts.handle(answer::cancel)) {
            while (true) {
                if (answer.next() instanceof ChatEvent.Done done) return done;
            }
        }
    }
}
