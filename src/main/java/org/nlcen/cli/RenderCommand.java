package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.nlcen.image.DisplayTable;
import org.nlcen.image.GreyscalePipeline;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.SourceImage;
import org.nlcen.image.VoiTransform;
import org.nlcen.image.Windows;
import org.nlcen.study.ImageFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nlcen render}: an image as the window shows it. */
@Command(name = "render", description = "Writes a PNG of 8 bits as the image is shown, at its full size.")
final class RenderCommand extends CliCommand {
    @Parameters(paramLabel = "FILE", description = "DICOM or picture file.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "PNG",
            description = "File to write.")
    private Path output;

    @Option(
            names = "--window",
            paramLabel = "C,W",
            split = ",",
            description = "Centre and width; without it the file's first window, else an automatic one.")
    private List<Double> window;

    @Option(names = "--frame", paramLabel = "N", defaultValue = "1", description = "Frame, from 1 (${DEFAULT-VALUE}).")
    private int frame;

    @Override
    public Integer call() throws IOException {
        SourceImage image = ImageFiles.read(file, frame);
        DisplayTable table = GreyscalePipeline.table(image, voi(image), false);
        int[] argb = new int[image.width() * image.height()];
        GreyscalePipeline.render(image.pixels(), table, argb);
        int samples = image.colour() ? 3 : 1;
        byte[] bytes = new byte[argb.length * samples];
        for (int i = 0; i < argb.length; i++) {
            for (int s = 0; s < samples; s++) {
                bytes[i * samples + s] = (byte) (argb[i] >> 8 * (samples - 1 - s));
            }
        }
        RasterFiles.writePng(output, PixelBlock.ofBytes(image.width(), image.height(), samples, bytes));
        return 0;
    }

    private VoiTransform voi(SourceImage image) {
        if (window == null) {
            return Windows.presets(image).get(0);
        }
        if (window.size() != 2) {
            throw new IllegalArgumentException("--window takes two numbers, centre and width: --window 40,400");
        }
        return new VoiTransform.Window("given", window.get(0), window.get(1), VoiTransform.Function.LINEAR);
    }
}
