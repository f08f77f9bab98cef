package fr.comptoir.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A picture in PNG, JPEG or GIF, drawn upon white. */
public final class Picture {
    private static final int PIXELS_MAX = 4_000_000;

    private final BufferedImage image;

    private Picture(BufferedImage image) {
        this.image = image;
    }

    /**
     * Reads a picture.
     *
     * @throws IOException when the bytes are no picture, or one of more than four million pixels
     */
    public static Picture of(byte[] bytes) throws IOException {
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            ImageIO.setUseCache(false);
            @Nullable BufferedImage read = ImageIO.read(in);
            if (read == null) {
                throw new IOException("is no picture that can be read; a PNG or a JPEG was expected");
            }
            if ((long) read.getWidth() * read.getHeight() > PIXELS_MAX) {
                throw new IOException("has " + read.getWidth() + " x " + read.getHeight()
                        + " pixels; at most four million were expected");
            }
            return new Picture(onWhite(read));
        }
    }

    private static BufferedImage onWhite(BufferedImage image) {
        BufferedImage flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = flat.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return flat;
    }

    BufferedImage image() {
        return image;
    }
}
