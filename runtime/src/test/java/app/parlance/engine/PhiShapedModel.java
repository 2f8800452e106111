package app.parlance.engine;

import app.parlance.engine.fixture.GgufFile;
import app.parlance.engine.fixture.Recipe;
import java.nio.file.Path;

/**
 * Makes a file of Phi-3-mini's shape with random weights in Q4_K, 2.1 GB: it takes the time and the memory of the real one, and writes nonsense.
 */
public final class PhiShapedModel {
    private PhiShapedModel() { }

    /** @param arguments the file to write */
    public static void main(String[] arguments) {
        System.out.println(write(Path.of(arguments[0])));
    }

    /** Writes the file, which takes some seconds, and returns it. Who asks deletes it. */
    public static Path write(Path file) {
        var recipe = Recipe.ofPhiMini();
        return GgufFile.writeInBlocks(file, recipe.metadata(), recipe.tensors(), 3);
    }
}
