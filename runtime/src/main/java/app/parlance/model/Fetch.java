package app.parlance.model;

import app.parlance.connection.ConnectionLog;
import java.util.Map;

/**
 * Brings a catalogue entry's file into the store: sources in turn, resumed where an earlier try ended,
 * checked by SHA-256, moved into place when whole.
 */
public final class Fetch {
    /** @param environment read for {@code HF_ENDPOINT}, {@code HF_TOKEN} and proxies */
    public Fetch(ModelStore store, ConnectionLog connections, Map<String, String> environment) {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * Blocks until the model is in the store. Interrupting the thread pauses: what has come stays, and
     * the next call goes on from there.
     *
     * @throws ModelException when no source gave the file, with each source's reason in words
     */
    public StoredModel fetch(CatalogueEntry entry, ByteProgress progress) throws ModelException, InterruptedException {
        throw new UnsupportedOperationException("being written");
    }

    /** Bytes of this entry that an earlier, paused try has left. */
    public long partialBytes(CatalogueEntry entry) {
        throw new UnsupportedOperationException("being written");
    }

    /** Deletes what a paused try has left. */
    public void discard(CatalogueEntry entry) throws ModelException {
        throw new UnsupportedOperationException("being written");
    }
}
