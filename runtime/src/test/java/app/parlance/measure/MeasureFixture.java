package app.parlance.measure;

import app.parlance.connection.ConnectionLog;
import app.parlance.engine.Engine;
import app.parlance.engine.llama.LlamaEngine;
import app.parlance.engine.llama.WorkerSettings;
import app.parlance.gguf.GgufException;
import app.parlance.gguf.GgufReader;
import app.parlance.model.StoredModel;
import app.parlance.natives.Natives;
import app.parlance.natives.TestNatives;
import app.parlance.platform.Folders;
import java.nio.file.Path;
import java.util.Map;

/** The newer runtime and real models for measuring. */
final class MeasureFixture {
    private MeasureFixture() { }

    /** Where it is not there the test is skipped, saying so. */
    static Engine newer() {
        var ready = TestNatives.ready();
        return LlamaEngine.newer(ready.folder(), ready.llamaCpp(), Natives.of(Folders.of(Map.of()), Map.of(), new ConnectionLog()).pin().architectures().writing(),
                WorkerSettings.DEFAULT);
    }

    static StoredModel stored(Path file) throws GgufException {
        return new StoredModel(file.getFileName().toString(), file, GgufReader.read(file), StoredModel.Origin.ALSO);
    }
}
