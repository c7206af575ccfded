package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongFunction;

import org.nlcen.image.PixelBlock;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.phantom.ChestPhantom;
import org.nlcen.image.phantom.Phantom;
import org.nlcen.image.phantom.SkinPhantom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nlcen phantom}: a synthetic picture and the mask it was drawn from. */
@Command(
        name = "phantom",
        description = {
            "Writes a synthetic picture, image.png, and its exact mask, mask.png, into a folder.",
            "The same seed gives the same pixels on every computer."
        })
final class PhantomCommand extends CliCommand {
    private static final int MAX_BYTE = 255;
    private static final int MAX_SHORT = 65535;
    private static final int TWELVE_TO_SIXTEEN = 4;

    private enum Kind {
        CHEST(ChestPhantom::of),
        SKIN(SkinPhantom::of);

        private final LongFunction<Phantom> maker;

        Kind(LongFunction<Phantom> maker) {
            this.maker = maker;
        }
    }

    @Option(names = "--kind", defaultValue = "chest", description = "chest or skin (${DEFAULT-VALUE}).")
    private Kind kind;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Which one (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "-o", required = true, paramLabel = "DIR", description = "Folder for both; made if missing.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        Phantom phantom = kind.maker.apply(seed);
        Files.createDirectories(output);
        RasterFiles.writePng(output.resolve("image.png"), spread(phantom.image().pixels()));
        RasterFiles.writePng(output.resolve("mask.png"), phantom.mask());
        return 0;
    }

    /** Twelve bits fill only the darkest sixteenth of a 16-bit PNG, which other programs would show as black. */
    private static PixelBlock spread(PixelBlock pixels) {
        if (pixels.samples() != 1 || pixels.maximum() <= MAX_BYTE) {
            return pixels;
        }
        int width = pixels.width();
        int[] row = new int[width];
        short[] values = new short[width * pixels.height()];
        for (int y = 0; y < pixels.height(); y++) {
            pixels.readRow(y, row);
            for (int x = 0; x < width; x++) {
                values[y * width + x] = (short) Math.min(MAX_SHORT, row[x] << TWELVE_TO_SIXTEEN);
            }
        }
        return PixelBlock.ofShorts(width, pixels.height(), 1, values, false);
    }
}
