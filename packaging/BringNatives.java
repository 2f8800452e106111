import app.parlance.connection.ConnectionLog;
import app.parlance.natives.Natives;
import app.parlance.natives.NativesException;
import app.parlance.natives.NativesState;
import app.parlance.natives.PinnedFolder;
import app.parlance.platform.Folders;
import app.parlance.platform.SafeFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings the newer runtime's libraries into the build: from the folder of {@code PARLANCE_NATIVES} where that is set, else
 * through npm. Never fails the build and never holds it up for long: without them it goes on, and says so in one line.
 *
 * <p>Run by Maven with the runtime's classes: {@code java -cp … BringNatives.java <folder> offline=false}; they then lie in that
 * folder, which is made as a whole or not at all.
 */
public class BringNatives {
    static final Duration LONGEST = Duration.ofSeconds(60);
    /** Held here, for a logger that nobody holds forgets its level. */
    static final Logger QUIET = Logger.getLogger("app.parlance");

    public static void main(String[] args) throws Exception {
        QUIET.setLevel(Level.WARNING);
        var folder = Path.of(args[0]);
        var environment = new HashMap<>(System.getenv());
        if (args[1].equals("offline=true")) environment.put("npm_config_offline", "true");
        // npm asks three times, with pauses of up to a minute; whoever has set it otherwise is obeyed.
        environment.putIfAbsent("npm_config_fetch_retries", "1");
        var work = folder.resolveSibling("natives-home");
        var reason = bring(folder, environment, work);
        SafeFiles.deleteTree(work);
        if (!reason.isEmpty()) {
            SafeFiles.deleteTree(folder);
            System.out.println("The newer runtime is not on board: " + reason);
        }
    }

    /** @return why they are not there, as a sentence, or nothing */
    static String bring(Path folder, Map<String, String> environment, Path work) throws IOException, InterruptedException {
        var natives = Natives.of(Folders.of(Map.of("PARLANCE_HOME", work.toString())), environment, new ConnectionLog());
        var platform = natives.platform();
        if (platform.isEmpty()) return natives.state() instanceof NativesState.Missing(var why, _) ? why : "";
        var named = environment.get(Natives.VARIABLE);
        boolean off = named != null && (named.isBlank() || named.strip().equals("none"));
        if (!off && isWhole(new PinnedFolder(folder, platform.get()))) return "";
        if (named == null) {
            var failure = fetch(natives);
            if (!failure.isEmpty()) return failure;
        }
        return switch (natives.state()) {
            case NativesState.Ready ready -> copy(ready, folder);
            case NativesState.Missing(var why, _) -> why;
            case NativesState.Refused(var why, _) -> why;
        };
    }

    static String copy(NativesState.Ready ready, Path folder) throws IOException {
        try {
            new PinnedFolder(ready.folder(), ready.platform()).copyTo(folder);
            return "";
        } catch (NativesException fault) {
            return fault.getMessage();
        }
    }

    static boolean isWhole(PinnedFolder folder) {
        try {
            if (!folder.isThere()) return false;
            folder.check();
            return true;
        } catch (NativesException spoilt) {
            return false;
        }
    }

    static String fetch(Natives natives) throws InterruptedException {
        var fetching = new FutureTask<Void>(() -> {
            natives.fetch(grown -> { });
            return null;
        });
        var thread = Thread.ofVirtual().start(fetching);
        try {
            fetching.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            return "";
        } catch (TimeoutException slow) {
            thread.interrupt();
            thread.join();
            return "npm did not bring it within " + LONGEST.toSeconds() + " seconds.";
        } catch (ExecutionException failure) {
            return failure.getCause().getMessage();
        }
    }
}
