package app.parlance.desktop.measure;

import app.parlance.desktop.mode.ModeWords;
import app.parlance.desktop.models.BriefName;
import app.parlance.engine.CacheType;
import app.parlance.mode.Mode;
import app.parlance.model.StoredModel;
import java.nio.file.Path;
import java.util.Optional;

/** One measurement of a run. */
sealed interface Job {
    /** What is measured, in few words. */
    String subject();

    /** Reading, writing, memory, energy. */
    record Quickness(StoredModel model, CacheType cache) implements Job {
        @Override
        public String subject() {
            return BriefName.of(model.name());
        }
    }

    /** @param file rows of the task; empty = the set that ships */
    record Questions(StoredModel model, CacheType cache, String task, Optional<Path> file) implements Job {
        @Override
        public String subject() {
            return BriefName.of(model.name());
        }
    }

    /** The same, each question answered by what Auto picks for it. */
    record AutoQuestions(String task, Optional<Path> file) implements Job {
        @Override
        public String subject() {
            return ModeWords.name(Mode.AUTO);
        }
    }

    /** The best threads, batch and KV-cache type. */
    record Tune(StoredModel model) implements Job {
        @Override
        public String subject() {
            return BriefName.of(model.name());
        }
    }
}
