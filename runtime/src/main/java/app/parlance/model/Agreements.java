package app.parlance.model;

import app.parlance.settings.Settings;
import java.io.IOException;

/** The licences that the person has seen and agreed to; each is shown once, before the first download under it. Thread-safe. */
public final class Agreements {
    private static final String KEY = "licence.agreed.";

    private final Settings settings;

    public Agreements(Settings settings) {
        this.settings = settings;
    }

    public boolean has(String licence) {
        return settings.get(key(licence)).isPresent();
    }

    public void remember(String licence) throws ModelException {
        try {
            settings.set(key(licence), "true");
        } catch (IOException failure) {
            throw new ModelException("Your agreement to the licence " + licence + " could not be saved, so nothing was fetched.",
                    "Check the drive that holds the settings, and try again.", failure);
        }
    }

    private static String key(String licence) {
        return KEY + licence.replaceAll("[^A-Za-z0-9.-]+", "_");
    }
}
