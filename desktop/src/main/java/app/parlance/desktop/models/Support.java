package app.parlance.desktop.models;

import app.parlance.engine.llama.LlamaEngines;

/** Whether models of an architecture can be used here. */
public enum Support {
    RUNS,
    /** The newer runtime would run them. */
    NEEDS_NEWER,
    UNKNOWN;

    /** Asks what is on this machine now; the first time it may take 0.3 s. */
    public static Support of(LlamaEngines engines, String architecture) {
        return engines.supports(architecture) ? RUNS : engines.newerKnows(architecture) ? NEEDS_NEWER : UNKNOWN;
    }
}
