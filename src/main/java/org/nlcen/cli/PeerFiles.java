package org.nlcen.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.nlcen.attack.AttackGoal;
import org.nlcen.attack.AttackTrajectory;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.image.NetworkInputs;
import org.nlcen.image.SourceImage;
import org.nlcen.image.phantom.ChestPhantom;
import org.nlcen.image.phantom.SkinPhantom;
import org.nlcen.model.Segmenter;
import org.nlcen.model.Task;
import org.nlcen.study.ImageFiles;

/**
 * Writes what another program needs to check this one, in a folder of the network's name: {@code images.f32}, {@code margins.f32}
 * (foreground's logit minus the background's), {@code masks.u8}, {@code gradient.f32} of the first image, {@code attacked.f32}
 * (the first images at the strengths of {@code meta.json}, strength by strength). Little endian, row by row.
 */
final class PeerFiles {
    private static final int COUNT = 20;
    private static final int ATTACKED = 1;
    private static final double[] EPSILONS = {1, 4, 8};

    private final Segmenter segmenter;
    private final List<NetworkInput> inputs = new ArrayList<>();

    /** @param images a folder, or null for synthetic pictures */
    PeerFiles(Segmenter segmenter, Path images) throws IOException {
        this.segmenter = segmenter;
        boolean skin = segmenter.card().task() == Task.SKIN;
        if (images == null) {
            for (int seed = 1; seed <= COUNT; seed++) {
                SourceImage image = (skin ? SkinPhantom.of(seed) : ChestPhantom.of(seed)).image();
                inputs.add(NetworkInputs.of(image, skin));
            }
        } else {
            List<Path> files;
            try (Stream<Path> all = Files.list(images)) {
                files = all.filter(Files::isRegularFile).sorted().limit(COUNT).toList();
            }
            for (Path file : files) {
                inputs.add(NetworkInputs.of(ImageFiles.read(file), skin));
            }
        }
    }

    void write(Path root) throws IOException {
        Path folder = root.resolve(segmenter.card().id());
        Files.createDirectories(folder);
        int channels = inputs.get(0).channels();
        List<float[]> images = new ArrayList<>();
        List<float[]> margins = new ArrayList<>();
        List<Mask> masks = new ArrayList<>();
        for (NetworkInput input : inputs) {
            images.add(input.values());
            margins.add(segmenter.margins(input.values(), channels));
            masks.add(segmenter.segment(input).mask());
        }
        floats(folder.resolve("images.f32"), images);
        floats(folder.resolve("margins.f32"), margins);
        bytes(folder.resolve("masks.u8"), masks);
        Mask goal = masks.get(0).inverse();
        floats(
                folder.resolve("gradient.f32"),
                List.of(segmenter.inputGradient(images.get(0), channels, goal).gradient()));
        List<float[]> attacked = new ArrayList<>();
        for (int i = 0; i < ATTACKED; i++) {
            AttackTrajectory trajectory =
                    new AttackTrajectory(segmenter, inputs.get(i), AttackGoal.inverseOfPrediction(masks.get(i)));
            for (double epsilon : EPSILONS) {
                attacked.add(trajectory.compute(epsilon).image());
            }
        }
        floats(folder.resolve("attacked.f32"), attacked);
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("id", segmenter.card().id());
        meta.put("architecture", segmenter.card().architecture());
        meta.put("sha256", segmenter.card().sha256());
        meta.put("count", images.size());
        meta.put("channels", channels);
        meta.put("attacked", ATTACKED);
        meta.put("epsilons", EPSILONS);
        Files.writeString(folder.resolve("meta.json"), CliCommand.json(meta) + "\n");
    }

    private static void floats(Path file, List<float[]> arrays) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (float[] array : arrays) {
                ByteBuffer buffer =
                        ByteBuffer.allocate(Float.BYTES * array.length).order(ByteOrder.LITTLE_ENDIAN);
                buffer.asFloatBuffer().put(array);
                out.write(buffer.array());
            }
        }
    }

    private static void bytes(Path file, List<Mask> masks) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (Mask mask : masks) {
                byte[] values = new byte[mask.width() * mask.height()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (byte) (mask.get(i) ? 1 : 0);
                }
                out.write(values);
            }
        }
    }
}
