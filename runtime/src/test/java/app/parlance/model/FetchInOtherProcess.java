package app.parlance.model;

import app.parlance.connection.ConnectionLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What {@link FetchKilledTest} runs in a second JVM: a download; prints the bytes that came. */
final class FetchInOtherProcess {
    private FetchInOtherProcess() { }

    /** @param args the hub's endpoint, the store's folder, and the file that is served, for its length and sum */
    public static void main(String[] args) throws Exception {
        var store = new ModelStore(Path.of(args[1]), List.of());
        var entry = FetchFromHubTest.entry(Files.readAllBytes(Path.of(args[2])), new Source.Hub("people/model-GGUF", "abc123", "model.gguf"));
        new Fetch(store, new ConnectionLog(), Map.of("HF_ENDPOINT", args[0])).fetch(entry, (done, total) -> System.out.println(done));
        System.out.println("whole");
    }
}
