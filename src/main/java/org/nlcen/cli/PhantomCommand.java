package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.nlcen.image.RasterFiles;
import org.nlcen.image.phantom.ChestPhantom;
import org.nlcen.image.phantom.Phantom;
import org.nlcen.image.phantom.SkinPhantom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nlcen phantom}: a synthetic picture and its exact mask. */
@Command(
        name = "phantom",
        description = "Writes a synthetic picture, image.png, and the exact mask it was drawn from, mask.png.")
final class PhantomCommand extends CliCommand {
    /** What is drawn. */
    enum Kind {
        CHEST,
        SKIN
    }

    @Option(names = "--kind", required = true, description = "chest (a radiograph) or skin (a dermoscopy image).")
    private Kind kind;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Another number, another picture; the same number, the same one (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "-o", required = true, paramLabel = "DIR", description = "Folder for both files; made if missing.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        Phantom phantom = kind == Kind.CHEST ? ChestPhantom.of(seed) : SkinPhantom.of(seed);
        Files.createDirectories(output);
        RasterFiles.writePng(output.resolve("image.png"), phantom.image().pixels());
        RasterFiles.writePng(output.resolve("mask.png"), phantom.mask());
        return 0;
    }
}
