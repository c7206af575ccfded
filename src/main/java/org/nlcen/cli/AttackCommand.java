package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.nlcen.attack.AdversarialExample;
import org.nlcen.attack.AttackGoal;
import org.nlcen.attack.AttackTrajectory;
import org.nlcen.image.AtomicFile;
import org.nlcen.image.Mask;
import org.nlcen.image.Masks;
import org.nlcen.image.NetworkInput;
import org.nlcen.image.NetworkInputs;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.SourceImage;
import org.nlcen.metric.Overlap;
import org.nlcen.metric.PerturbationNorms;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Segmenter;
import org.nlcen.model.Task;
import org.nlcen.study.ImageFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nlcen attack}: the adversarial image of one picture, with all that belongs to it. */
@Command(
        name = "attack",
        description = {
            "Attacks a network on one picture with targeted iterative FGSM and writes into a folder: input.png (what the"
                    + " network saw), adversarial.png, perturbation.png (128 is no change; gain in result.json), mask.png,"
                    + " clean-mask.png and result.json.",
            "The goal is the inverse of the true mask, or of the network's own clean answer without one."
        })
final class AttackCommand extends CliCommand {
    private static final int SIZE = NetworkInput.SIZE;
    private static final int MIDDLE = 128;
    private static final int REACH = 127;

    @Parameters(paramLabel = "FILE", description = "DICOM, PNG, JPEG, TIFF or BMP.")
    private Path file;

    @Mixin
    private ModelChoice model;

    @Option(
            names = "--epsilon",
            required = true,
            paramLabel = "E",
            description = "Most grey levels (0..255 scale) a pixel may move.")
    private double epsilon;

    @Option(names = "--truth", paramLabel = "MASK", description = "True mask, any size: not black is the structure.")
    private Path truthFile;

    @Option(names = "-o", required = true, paramLabel = "DIR", description = "Folder for the results; made if missing.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        SourceImage image = ImageFiles.read(file);
        Optional<Mask> truth =
                truthFile == null ? Optional.empty() : Optional.of(Masks.toNetwork(RasterFiles.readMask(truthFile)));
        try (Segmenter segmenter = model.open()) {
            NetworkInput input = NetworkInputs.of(image, segmenter.card().task() == Task.SKIN);
            Segmentation clean = segmenter.segment(input);
            AttackGoal goal =
                    truth.map(AttackGoal::inverseOfTruth).orElseGet(() -> AttackGoal.inverseOfPrediction(clean.mask()));
            long start = System.nanoTime();
            AttackTrajectory trajectory = new AttackTrajectory(segmenter, input, goal);
            AdversarialExample example = trajectory.compute(epsilon);
            long nanos = System.nanoTime() - start;
            int gain = (int) Math.max(1, Math.floor(REACH / Math.max(1, epsilon)));

            Files.createDirectories(output);
            writePictures(input, clean, example, gain);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("model", segmenter.card().id());
            result.put("sha256", segmenter.card().sha256());
            result.put("file", file.getFileName().toString());
            result.put("goal", goal.kind());
            result.put("epsilon", epsilon);
            result.put("steps", example.steps());
            result.put("gradients", trajectory.gradients());
            result.put("milliseconds", nanos / 1_000_000.0);
            result.put("device", segmenter.device());
            result.put("perturbationGain", gain);
            result.put(
                    "linf",
                    PerturbationNorms.of(input.values(), example.image()).linf());
            truth.ifPresent(mask -> {
                result.put("clean", overlap(Overlap.of(clean.mask(), mask)));
                result.put("attacked", overlap(Overlap.of(example.segmentation().mask(), mask)));
                result.put("attackedAfterRounding", overlap(rounded(segmenter, example, input.channels(), mask)));
            });
            AtomicFile.text(output.resolve("result.json"), json(result) + "\n");
        }
        return 0;
    }

    private static Map<String, Double> overlap(Overlap overlap) {
        Map<String, Double> pair = new LinkedHashMap<>();
        pair.put("dic", overlap.dic());
        pair.put("jsc", overlap.jsc());
        return pair;
    }

    /** What the network says of adversarial.png, whose levels are whole. */
    private static Overlap rounded(Segmenter segmenter, AdversarialExample example, int channels, Mask truth) {
        float[] levels = example.image().clone();
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) Math.rint(levels[i]);
        }
        return Overlap.of(segmenter.segment(levels, channels).mask(), truth);
    }

    private void writePictures(NetworkInput input, Segmentation clean, AdversarialExample example, int gain)
            throws IOException {
        int channels = input.channels();
        RasterFiles.writePng(output.resolve("input.png"), NetworkInputs.toPixels(input.values(), channels));
        RasterFiles.writePng(output.resolve("adversarial.png"), NetworkInputs.toPixels(example.image(), channels));
        RasterFiles.writePng(output.resolve("mask.png"), example.segmentation().mask());
        RasterFiles.writePng(output.resolve("clean-mask.png"), clean.mask());
        RasterFiles.writePng(
                output.resolve("perturbation.png"), magnified(example.perturbation(input.values()), channels, gain));
    }

    private static PixelBlock magnified(float[] perturbation, int channels, int gain) {
        float[] levels = new float[channels * SIZE * SIZE];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = MIDDLE + gain * perturbation[i];
        }
        return NetworkInputs.toPixels(levels, channels);
    }
}
