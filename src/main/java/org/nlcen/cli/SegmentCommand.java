package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.DicomImage;
import org.nlcen.dicom.write.ModelIdentity;
import org.nlcen.dicom.write.SegmentationWriter;
import org.nlcen.dicom.write.Structure;
import org.nlcen.image.Mask;
import org.nlcen.image.Masks;
import org.nlcen.image.NetworkInput;
import org.nlcen.image.NetworkInputs;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.SourceImage;
import org.nlcen.model.ModelCard;
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

    @Option(names = "-o", paramLabel = "MASK.png", description = "Where the mask goes.")
    private Path output;

    @Option(
            names = "--dicom-seg",
            paramLabel = "OUT.dcm",
            description = "Where the mask goes as DICOM Segmentation; only for DICOM files.")
    private Path segmentation;

    @Override
    public Integer call() throws IOException {
        if (output == null && segmentation == null) {
            throw new IllegalArgumentException("nothing to write: name a file with -o or --dicom-seg");
        }
        if (segmentation != null && !DicomFiles.isDicom(file)) {
            throw new IllegalArgumentException(
                    file + " is no DICOM file, so no DICOM Segmentation can refer to it; use -o");
        }
        SourceImage image = ImageFiles.read(file);
        try (Segmenter segmenter = model.open()) {
            NetworkInput input = NetworkInputs.of(image, segmenter.card().task() == Task.SKIN);
            Mask mask = Masks.toSource(segmenter.segment(input).foreground(), input.geometry());
            if (output != null) {
                RasterFiles.writePng(output, mask);
            }
            if (segmentation != null) {
                write(segmenter.card(), mask);
            }
        }
        return 0;
    }

    private void write(ModelCard card, Mask mask) throws IOException {
        DicomImage source = DicomFiles.open(file);
        Structure structure = card.task() == Task.SKIN ? Structure.SKIN_LESION : Structure.LUNG;
        ModelIdentity identity = new ModelIdentity(card.id(), ProgramVersion.program(), card.sha256());
        new SegmentationWriter(source.header(), 0, source.frames())
                .writeBinary(
                        segmentation,
                        List.of(new SegmentationWriter.BinarySegment(card.name(), structure, identity, mask)));
    }
}
