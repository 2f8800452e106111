package app.parlance.natives;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.parlance.natives.NativesState.Ready;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A program of the name npm that installs without a network: the real libraries, out of the folder that the tests have. */
public final class LocalNpm {
    private LocalNpm() { }

    /**
     * Makes it in a folder of its own.
     *
     * @param before shell commands that run first, for example one that waits
     * @return a PATH that holds it and nothing else
     */
    public static String path(Path folder, String before) throws IOException {
        Ready real = TestNatives.ready();
        var libraries = "prefix/node_modules/" + real.platform().npmPackage() + "/" + real.platform().folder();
        return script(folder, before + "\ncd .. && mkdir -p " + libraries + " && cp '" + real.folder() + "'/* " + libraries);
    }

    /** One that does only this. */
    public static String script(Path folder, String text) throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "the scripts are for a POSIX shell");
        var npm = Files.createDirectories(folder).resolve("npm");
        Files.writeString(npm, "#!/bin/sh\nPATH='" + System.getenv("PATH") + "'\n" + text + "\n");
        Files.setPosixFilePermissions(npm, PosixFilePermissions.fromString("rwx------"));
        return folder.toString();
    }
}
