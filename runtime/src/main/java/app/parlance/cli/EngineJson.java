package app.parlance.cli;

import app.parlance.engine.EngineDescription;
import app.parlance.engine.llama.LlamaEngines.Preference;
import app.parlance.natives.Natives;
import app.parlance.natives.NativesState;
import java.util.List;
import java.util.Locale;

/**
 * What {@code engine --json} prints. Names and meanings stay; members may be added.
 *
 * @param cpuLibrary the library that computes, chosen for this processor
 * @param architectures of models that it runs, sorted
 * @param preference auto, newer or on-board
 * @param reason why this engine and not the other, as a sentence
 */
record EngineJson(String engine, String llamaCpp, String cpuLibrary, List<String> architectures, String preference, String reason, Newer newer) {
    /**
     * The newer runtime.
     *
     * @param state ready, missing or refused
     * @param reason why it is not ready; empty where it is
     * @param version of its packages
     * @param bytes what its libraries take on disk; 0 where there is none for this machine
     * @param origin fetched, application or named_folder; empty where it is not ready
     * @param folder where it lies; empty where it is not ready
     */
    record Newer(String state, String reason, String version, String llamaCpp, String licence, long bytes, String origin, String folder) { }

    static EngineJson of(EngineDescription description, Preference preference, String reason, Natives natives) {
        return new EngineJson(description.engine(), description.llamaCpp(), description.cpuLibrary(), description.architectures(),
                preference.word(), reason, newer(natives));
    }

    private static Newer newer(Natives natives) {
        return switch (natives.state()) {
            case NativesState.Ready ready -> newer(natives, "ready", "", ready.platform().bytes(), ready.origin().name().toLowerCase(Locale.ROOT), ready.folder().toString());
            case NativesState.Missing missing -> newer(natives, "missing", missing.reason(), offered(natives), "", "");
            case NativesState.Refused refused -> newer(natives, "refused", refused.reason(), offered(natives), "", "");
        };
    }

    private static Newer newer(Natives natives, String state, String reason, long bytes, String origin, String folder) {
        var pin = natives.pin();
        return new Newer(state, reason, pin.version(), pin.llamaCpp(), pin.licence(), bytes, origin, folder);
    }

    private static long offered(Natives natives) {
        return natives.platform().map(platform -> platform.bytes()).orElse(0L);
    }
}
