package app.parlance.desktop.models;

import app.parlance.engine.llama.LlamaEngines.Preference;
import app.parlance.natives.NativesState;
import app.parlance.natives.PinnedPlatform;
import java.util.Optional;

/**
 * What runs models, and how the newer runtime stands.
 *
 * @param newer whether it is here, and why not
 * @param offer what would be fetched; empty where nothing can be
 * @param version of the newer runtime's packages
 * @param newerLlamaCpp the llama.cpp in them
 * @param licence theirs, by its short name
 * @param preference which may run models
 * @param newerRuns whether the newer one does
 * @param engine the name of the one that does
 * @param cpuLibrary what it computes with; empty until it was asked
 * @param reason why this one, as a sentence
 */
public record RuntimeFacts(NativesState newer, Optional<PinnedPlatform> offer, String version, String newerLlamaCpp, String licence, Preference preference,
        boolean newerRuns, String engine, String cpuLibrary, String reason) {
    /** Before the first look. */
    public static final RuntimeFacts UNREAD = new RuntimeFacts(new NativesState.Missing("", ""), Optional.empty(), "", "", "", Preference.AUTO, false, "", "", "");

    /** Whether no model opens, for the one that was asked for is not here. */
    public boolean nothingRuns() {
        return preference == Preference.NEWER && !newerRuns;
    }
}
