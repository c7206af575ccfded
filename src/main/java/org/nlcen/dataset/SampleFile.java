package org.nlcen.dataset;

import java.nio.file.Files;
import java.nio.file.Path;

import org.nlcen.image.ImageReadException;
import org.nlcen.image.Mask;
import org.nlcen.image.Masks;
import org.nlcen.image.NetworkInput;
import org.nlcen.image.NetworkInputs;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.SourceImage;

/**
 * Where one sample lies; read when it is needed.
 *
 * @param name what results call it
 * @param image a raster picture
 * @param mask its truth, any size
 * @param preparation how the picture becomes a network input
 */
public record SampleFile(String name, Path image, Path mask, Preparation preparation) {

    /** How a picture becomes a network input. */
    public enum Preparation {
        /** It already is one: 256x256 grey, stretched. */
        READY,
        /** Grey picture of any size. */
        GREY,
        /** Colour picture of any size. */
        COLOUR
    }

    /**
     * Reads both files.
     *
     * @throws DatasetException naming the file that is missing or damaged
     */
    public Sample read() throws DatasetException {
        require(image);
        require(mask);
        try {
            SourceImage picture = RasterFiles.read(image);
            NetworkInput input = preparation == Preparation.READY
                    ? NetworkInputs.prepared(picture)
                    : NetworkInputs.of(picture, preparation == Preparation.COLOUR);
            Mask truth = RasterFiles.readMask(mask);
            return new Sample(name, input, Masks.toNetwork(truth));
        } catch (ImageReadException e) {
            throw new DatasetException(e.file().toAbsolutePath() + " cannot be used: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new DatasetException(image.toAbsolutePath() + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void require(Path file) throws DatasetException {
        if (!Files.isRegularFile(file)) {
            throw new DatasetException(file.toAbsolutePath() + " is missing; add it or take it off the list");
        }
    }
}
