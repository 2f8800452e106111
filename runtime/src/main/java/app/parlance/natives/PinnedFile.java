package app.parlance.natives;

/**
 * One file as it must be.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record PinnedFile(String name, long bytes, String sha256) {
    public PinnedFile {
        // The name becomes a path in a folder that native code is loaded from.
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*") || bytes < 1 || !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a pinned file is malformed: " + name);
        }
    }
}
