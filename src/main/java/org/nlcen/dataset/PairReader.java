package org.nlcen.dataset;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

import org.nlcen.image.Geometry;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;

/** Reads prepared pairs: pictures that are already the network's size, and their masks. */
final class PairReader {
    private static final int SIZE = NetworkInput.SIZE;
    private static final int THRESHOLD = 128;

    private PairReader() {}

    static Sample read(String name, Path image, Path mask, int channels) throws IOException {
        Raster picture = raster(image);
        Raster truth = raster(mask);
        float[] values = new float[channels * SIZE * SIZE];
        boolean[] foreground = new boolean[SIZE * SIZE];
        for (int i = 0; i < foreground.length; i++) {
            int x = i % SIZE;
            int y = i / SIZE;
            for (int c = 0; c < channels; c++) {
                values[c * SIZE * SIZE + i] = picture.getSample(x, y, Math.min(c, picture.getNumBands() - 1));
            }
            foreground[i] = truth.getSample(x, y, 0) >= THRESHOLD;
        }
        return new Sample(
                name, new NetworkInput(values, channels, new Geometry(SIZE, SIZE)), Mask.of(SIZE, SIZE, foreground));
    }

    private static Raster raster(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DatasetException(file + " is missing");
        }
        BufferedImage image;
        try {
            image = ImageIO.read(file.toFile());
        } catch (IOException e) {
            throw new DatasetException(file + " is damaged", e);
        }
        if (image == null) {
            throw new DatasetException(file + " is not a picture");
        }
        if (image.getWidth() != SIZE || image.getHeight() != SIZE) {
            throw new DatasetException(
                    file + " is " + image.getWidth() + "x" + image.getHeight() + ", expected 256x256");
        }
        return image.getRaster();
    }
}
