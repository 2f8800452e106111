package app.parlance.natives;

import java.nio.file.Path;

/** Whether the newer runtime can be used here, and why not. */
public sealed interface NativesState {
    /** Where the libraries were found. */
    enum Origin {
        /** The folder that {@code PARLANCE_NATIVES} names, or what was copied out of it. */
        NAMED_FOLDER,
        /** Came with the application. */
        APPLICATION,
        /** Fetched by the person. */
        FETCHED
    }

    /**
     * Every pinned library lies in the folder as it must be, and no other.
     *
     * @param folder absolute; an opener must take the files that {@link PinnedPlatform#openingOrder} names
     */
    record Ready(Path folder, Origin origin, PinnedPlatform platform, String version, String llamaCpp) implements NativesState { }

    /**
     * There is none, or none for this machine.
     *
     * @param reason a whole sentence
     * @param remedy what to do, as a sentence; empty where nothing can be done
     */
    record Missing(String reason, String remedy) implements NativesState { }

    /**
     * Something lies there that is not what was pinned, and is not loaded.
     *
     * @param reason a whole sentence that names the file
     * @param remedy what to do, as a sentence
     */
    record Refused(String reason, String remedy) implements NativesState { }
}
