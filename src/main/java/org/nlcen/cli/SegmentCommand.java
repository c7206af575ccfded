package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Path;

import org.nlcen.image.Masks;
import org.nlcen.image.NetworkInput;
import org.nlcen.image.NetworkInputs;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.SourceImage;
import org.nlcen.model.Segmenter;
import org.nlcen.model.Task;
import org.nlcen.study.ImageFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nlcen segment}: a network's mask of one picture. */
@Command(
        name = "segment",
        description = "Writes a network's mask of a picture, at the picture's own size: 255 the structure, 0 the rest.")
final class SegmentCommand extends CliCommand {
    @Parameters(paramLabel = "FILE", description = "DICOM, PNG, JPEG, TIFF or BMP.")
    private Path file;

    @Mixin
    private ModelChoice model;

    @Option(names = "-o", required = true, paramLabel = "MASK.png", description = "Where the mask goes.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        SourceImage image = ImageFiles.read(file);
        try (Segmenter segmenter = model.open()) {
            NetworkInput input = NetworkInputs.of(image, segmenter.card().task() == Task.SKIN);
            RasterFiles.writePng(output, Masks.toSource(segmenter.segment(input).foreground(), input.geometry()));
        }
        return 0;
    }
}
