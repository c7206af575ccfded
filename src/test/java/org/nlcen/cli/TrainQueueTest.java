package org.nlcen.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.model.ModelCatalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The smallest network on four pictures of discs: two steps in each of its two stages. */
class TrainQueueTest {
    private static final int SIDE = 256;

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    /** What a child process runs. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            System.exit(Main.run(arguments));
        }
    }

    @BeforeEach
    void makePictures() throws IOException {
        Files.createDirectories(folder.resolve("data/images"));
        Files.createDirectories(folder.resolve("data/masks"));
        StringBuilder split = new StringBuilder("name,scr_fold,class\n");
        Random random = new Random(1);
        for (int i = 0; i < 4; i++) {
            int left = 40 + random.nextInt(60);
            ImageIO.write(
                    disc(left, 60),
                    "png",
                    folder.resolve("data/images/p" + i + ".png").toFile());
            ImageIO.write(
                    disc(left, 0),
                    "png",
                    folder.resolve("data/masks/p" + i + ".png").toFile());
            split.append("p").append(i).append(",odd,disc\n");
        }
        Files.writeString(folder.resolve("data/split.csv"), split);
    }

    private static BufferedImage disc(int left, int ground) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(ground, ground, ground));
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.setColor(Color.WHITE);
        graphics.fillOval(left, 70, 100, 100);
        graphics.dispose();
        return image;
    }

    private String line(String model, String out) {
        return "--model " + model + " --data \"" + folder.resolve("data") + "\" --out " + folder.resolve(out)
                + " --epochs 1 --batch 2 --schedule cosine --save-every 0";
    }

    private Path queue(String... lines) throws IOException {
        return Files.write(folder.resolve("queue.txt"), List.of(lines));
    }

    private int run(Path queue) throws IOException {
        PrintWriter err = new PrintWriter(said, true);
        return new TrainQueue(queue, new TrainingRun(err, () -> false), err, () -> false).run();
    }

    @Test
    void killedAtAnyMomentItEndsAsAnUnbrokenOne() throws IOException, InterruptedException {
        assertThat(child(queue("# one", "", line("nwcn-lung", "unbroken"))).waitFor())
                .isZero();
        Path queue = queue(line("nwcn-lung", "killed"));
        Random random = new Random(7);
        for (int i = 0; i < 2; i++) {
            Process child = child(queue);
            child.waitFor(1500 + random.nextInt(2500), TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
        }
        assertThat(child(queue).waitFor()).isZero();

        assertThat(ModelCatalog.sha256(folder.resolve("killed/weights.safetensors")))
                .isEqualTo(ModelCatalog.sha256(folder.resolve("unbroken/weights.safetensors")));
    }

    /** In a process of its own with one thread, so that sums are made in the same order whatever else the machine does. */
    private Process child(Path queue) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-DDJL_CACHE_DIR=" + System.getProperty("DJL_CACHE_DIR"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        "train",
                        "--queue",
                        queue.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "child.txt"));
        builder.environment().put("NLCEN_THREADS", "1");
        return builder.start();
    }

    @Test
    void aLineThatFailsDoesNotHoldUpTheOthersAndWhatIsFinishedIsPassedOver() throws IOException {
        Path queue = queue(
                line("nwcn-lung", "a").replace(" --epochs", " --start " + folder.resolve("none") + " --epochs"),
                line("nwcn-lung", "b"));

        assertThat(run(queue)).isOne();
        assertThat(folder.resolve("b/card.json")).exists();
        assertThat(said.toString()).contains("failed: ").contains("line 2 of 2");

        byte[] card = Files.readAllBytes(folder.resolve("b/card.json"));
        run(queue);
        assertThat(said.toString()).contains("nwcn-lung, line 2 of 2 in the queue: finished before");
        assertThat(folder.resolve("b/card.json")).hasBinaryContent(card);
    }

    @Test
    void aMistakeInAnyLineIsFoundBeforeAnythingIsTrained() throws IOException {
        Path queue = queue(line("nwcn-lung", "a"), line("nwcm-lung", "b"));

        assertThatThrownBy(() -> run(queue))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nwcm-lung");
        assertThat(folder.resolve("a")).doesNotExist();
        assertThatThrownBy(() -> TrainQueue.options("--model nwcn-lung --epochs two --data d --out o"))
                .hasMessageContaining("--epochs");
        assertThatThrownBy(() -> TrainQueue.options("--model nwcn-lung")).hasMessageContaining("--data");
    }
}
