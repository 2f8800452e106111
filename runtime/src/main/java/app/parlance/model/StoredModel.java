package app.parlance.model;

import app.parlance.gguf.GgufHeader;
import java.nio.file.Path;

/**
 * A model that lies on this machine.
 *
 * @param name what people call it; unique in the store
 * @param origin whether the file lies in the store, is referenced elsewhere, or in a {@code PARLANCE_MODELS} folder
 */
public record StoredModel(String name, Path file, GgufHeader header, Origin origin) {
    public enum Origin { STORE, REFERENCE, ALSO }

    public long bytes() {
        return header.bytes();
    }
}
