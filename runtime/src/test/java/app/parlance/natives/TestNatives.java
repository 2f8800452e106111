package app.parlance.natives;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.parlance.connection.ConnectionLog;
import app.parlance.natives.NativesState.Ready;
import app.parlance.platform.Folders;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The newer runtime's libraries for tests, from {@code PARLANCE_NATIVES}, which the build sets. */
public final class TestNatives {
    private TestNatives() { }

    /** Checked libraries; where there are none the test is skipped, saying so. */
    public static Ready ready() {
        var state = state();
        assumeTrue(state instanceof Ready, () -> "the newer runtime is not on board: " + state);
        return (Ready) state;
    }

    /** What is there. */
    public static NativesState state() {
        var named = System.getenv(Natives.VARIABLE);
        var environment = named == null ? Map.<String, String>of() : Map.of(Natives.VARIABLE, named);
        var home = Folders.of(Map.of("PARLANCE_HOME", Path.of("target", "natives-home").toString()));
        return Natives.of(home, environment, Optional.empty(), new ConnectionLog()).state();
    }
}
