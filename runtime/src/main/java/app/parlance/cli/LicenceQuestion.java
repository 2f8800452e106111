package app.parlance.cli;

import app.parlance.model.CatalogueEntry;
import app.parlance.model.Licence;
import app.parlance.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Shows a licence before the first model that is fetched under it. */
record LicenceQuestion(Session session) {
    /**
     * Whether the person agrees, now or earlier. Without a terminal nobody can be asked: licences without conditions for using the
     * model go through with a word, all others need the option.
     *
     * @param option whether agreement was given on the command line
     */
    boolean agreed(CatalogueEntry entry, boolean option) throws ProblemException {
        var agreements = session.parlance().agreements();
        var licence = Licence.of(entry.licence());
        if (agreements.has(licence.name())) return true;
        if (!option && !session.streams().isTerminal()) {
            if (licence.whole()) return true;
            throw new ProblemException(entry.name() + " is given under a licence with conditions: " + licence.text().lines().findFirst().orElseThrow(),
                    "Read it in the model's repository; with --agree you agree to it.");
        }
        if (!option) {
            session.streams().note(licence.text());
            session.streams().note("");
            session.streams().note(entry.name() + " is given under this licence (" + licence.name() + "). Do you agree to it? [y/N]");
            if (!answer().toLowerCase(Locale.ROOT).startsWith("y")) {
                session.streams().note("Nothing was fetched.");
                return false;
            }
        }
        agreements.remember(licence.name());
        return true;
    }

    private String answer() {
        try {
            var line = session.streams().readLine();
            return line == null ? "" : line.strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
