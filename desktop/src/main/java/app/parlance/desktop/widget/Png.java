package app.parlance.desktop.widget;

import app.parlance.platform.SafeFiles;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Pictures of the window as files. */
public final class Png {
    private Png() { }

    /** Writes it as a whole or not at all; what was there is replaced. Any thread, once the picture is taken. */
    public static void write(WritableImage shot, Path file) throws IOException {
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        var pixels = new int[width * height];
        shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        var temporary = Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName(), ".new");
        try {
            if (!ImageIO.write(image, "png", temporary.toFile())) throw new IOException("no PNG writer");
            SafeFiles.moveInto(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
