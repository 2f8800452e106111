package app.parlance.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * Why a {@link ModelPool} lets a request wait.
 *
 * @param models the files that are in use, or on their way into memory or out of it
 */
public record PoolWait(Reason reason, List<Path> models) {
    public enum Reason {
        /** Work in the background waits while a person's is done. */
        PERSON_FIRST,
        /** The same model is loading, or closing. */
        CHANGING,
        /** The same model answers with other settings, and is opened anew when it has done so. */
        OTHER_SETTINGS,
        /** Models that answer now leave too little of the memory. */
        MEMORY
    }

    public PoolWait {
        models = List.copyOf(models);
    }
}
