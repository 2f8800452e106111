package app.parlance.model;

import app.parlance.platform.Drive;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the drive can take, and what its refusals mean, in sentences. */
final class DiskSpace {
    private DiskSpace() { }

    /** @throws ModelException with the numbers, where the drive of {@code folder} has too little room */
    static void require(Path folder, long bytes) throws IOException, ModelException {
        require(folder, bytes, Files.getFileStore(folder).getUsableSpace());
    }

    static void require(Path folder, long bytes, long free) throws ModelException {
        if (bytes > 0 && free < bytes + Drive.RESERVE) {
            throw new ModelException("Only " + ByteSize.text(free) + " are free on the drive of " + folder + ", and " + ByteSize.text(bytes)
                    + " are needed, with " + ByteSize.text(Drive.RESERVE) + " left over for your conversations. Nothing was changed.", "Make room, or move the models to another drive in the settings.");
        }
    }

    /** @param what that failed, as a clause, for example {@code phi.gguf was not copied} */
    static ModelException problem(String what, Path folder, IOException failure) {
        if (Drive.isFull(failure)) {
            return new ModelException(what + ": the drive of " + folder + " is full.",
                    "Make room, or move the models to another drive in the settings, and try again.", failure);
        }
        if (Drive.isForbidden(failure)) {
            return new ModelException(what + ": Parlance may not write to " + folder + ".",
                    "Give yourself the right to write there, or choose another folder for the models.", failure);
        }
        return new ModelException(what + ": " + reason(failure) + ".", "Check the drive and the folder " + folder + ", and try again.", failure);
    }

    private static String reason(IOException failure) {
        if (failure instanceof FileSystemException file) {
            return file.getFile() + (file.getReason() == null ? " (" + file.getClass().getSimpleName() + ")" : ", " + file.getReason());
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
