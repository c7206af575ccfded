package org.nlcen.app.viewer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;

import org.nlcen.app.library.ImageOpener;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.image.DisplayTable;
import org.nlcen.image.GreyscalePipeline;
import org.nlcen.image.MipPyramid;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.SourceImage;
import org.nlcen.image.Windows;

/**
 * What pictures cost: window/level of a 2048x2048 radiograph in six linked panes (frames a second), and the time from a 2048x2048
 * DICOM file to its first picture. Run by src/bench/measure.sh; needs a display.
 */
public final class WindowBench {
    private static final int SIDE = 2048;
    private static final double SECONDS = 5;

    private WindowBench() {}

    /** Six panes whose window moves in every frame. */
    public static final class Panes extends Application {
        private static final int COLUMNS = 3;
        private static final int ROWS = 2;

        private final List<ImagePane> panes = new ArrayList<>();
        private final Look look = new Look(new ViewState(), new Windowing());
        private long first;
        private int frames;

        @Override
        public void start(Stage stage) {
            SourceImage image = radiograph();
            MipPyramid pyramid = MipPyramid.of(image);
            look.windowing().presets(Windows.presets(image));
            GridPane grid = new GridPane();
            for (int i = 0; i < COLUMNS * ROWS; i++) {
                ImagePane pane = new ImagePane(look);
                pane.setPrefSize(460, 440);
                panes.add(pane);
                grid.add(pane, i % COLUMNS, i / COLUMNS);
            }
            stage.setScene(new Scene(grid));
            stage.show();
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (first == 0) {
                        first = now;
                    }
                    double seconds = (now - first) / 1e9;
                    if (seconds > SECONDS) {
                        stop();
                        System.out.printf(Locale.ROOT, "panes %.1f frames/s%n", frames / seconds);
                        Platform.exit();
                        return;
                    }
                    frames++;
                    look.windowing().adjust(0.02 * Math.sin(seconds * 3), 0.02 * Math.cos(seconds * 3));
                    DisplayTable table =
                            GreyscalePipeline.table(image, look.windowing().current(), false);
                    panes.forEach(pane -> pane.show(new SourcePainter(pyramid, table)));
                }
            }.start();
        }
    }

    private static SourceImage radiograph() {
        return SourceImage.plain(
                "noise",
                PixelBlock.ofShorts(SIDE, SIDE, 1, values(), false),
                new SourceImage.Origin(Optional.empty(), "made here", 0, 1));
    }

    private static short[] values() {
        SplittableRandom random = new SplittableRandom(1);
        short[] values = new short[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (2000 + 1000 * Math.sin(i % SIDE / 200.0) + random.nextInt(900));
        }
        return values;
    }

    /** A digital X-ray image in explicit little endian, no more tags than a viewer needs. */
    private static void writeDicom(Path file) throws IOException {
        ByteArrayOutputStream meta = new ByteArrayOutputStream();
        text(meta, 0x0002, 0x0010, "UI", "1.2.840.10008.1.2.1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[128]);
        out.write("DICM".getBytes(StandardCharsets.US_ASCII));
        element(out, 0x0002, 0x0000, "UL", new byte[] {(byte) meta.size(), 0, 0, 0});
        meta.writeTo(out);
        text(out, 0x0008, 0x0016, "UI", "1.2.840.10008.5.1.4.1.1.1.1");
        text(out, 0x0008, 0x0018, "UI", "2.25.1");
        text(out, 0x0008, 0x0060, "CS", "DX");
        number(out, 0x0028, 0x0002, 1);
        text(out, 0x0028, 0x0004, "CS", "MONOCHROME2");
        number(out, 0x0028, 0x0010, SIDE);
        number(out, 0x0028, 0x0011, SIDE);
        number(out, 0x0028, 0x0100, 16);
        number(out, 0x0028, 0x0101, 12);
        number(out, 0x0028, 0x0102, 11);
        number(out, 0x0028, 0x0103, 0);
        text(out, 0x0028, 0x1050, "DS", "2000");
        text(out, 0x0028, 0x1051, "DS", "3000");
        short[] values = values();
        byte[] pixels = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[2 * i] = (byte) values[i];
            pixels[2 * i + 1] = (byte) (values[i] >> 8);
        }
        little(out, 0x7fe0, 2);
        little(out, 0x0010, 2);
        out.write("OW".getBytes(StandardCharsets.US_ASCII));
        little(out, 0, 2);
        little(out, pixels.length, 4);
        out.write(pixels);
        Files.write(file, out.toByteArray());
    }

    private static void text(ByteArrayOutputStream out, int group, int element, String type, String value)
            throws IOException {
        String even = value.length() % 2 == 0 ? value : value + (type.equals("UI") ? "\0" : " ");
        element(out, group, element, type, even.getBytes(StandardCharsets.US_ASCII));
    }

    private static void number(ByteArrayOutputStream out, int group, int element, int value) throws IOException {
        element(out, group, element, "US", new byte[] {(byte) value, (byte) (value >> 8)});
    }

    private static void element(ByteArrayOutputStream out, int group, int element, String type, byte[] value)
            throws IOException {
        little(out, group, 2);
        little(out, element, 2);
        out.write(type.getBytes(StandardCharsets.US_ASCII));
        little(out, value.length, 2);
        out.write(value);
    }

    private static void little(ByteArrayOutputStream out, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write(value >> 8 * i);
        }
    }

    private static void opening() throws IOException {
        Path file = Files.createTempFile("radiograph", ".dcm");
        try {
            writeDicom(file);
            int width = 1000;
            int height = 800;
            int[] argb = new int[width * height];
            double[] millis = new double[15];
            for (int i = 0; i < millis.length; i++) {
                long start = System.nanoTime();
                OpenedImage image = ImageOpener.open(file);
                DisplayTable table =
                        GreyscalePipeline.table(image.source(), image.windows().get(0), false);
                Painter painter = new SourcePainter(image.pyramid(), table);
                painter.paint(argb, width, height, new ViewState().on(painter.extent(), width, height), 0);
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            double cold = millis[0];
            double[] warm = Arrays.copyOfRange(millis, 5, millis.length);
            Arrays.sort(warm);
            System.out.printf(
                    Locale.ROOT,
                    "open 2048x2048 DICOM: first %.0f ms, warm median %.0f ms%n",
                    cold,
                    warm[warm.length / 2]);
        } finally {
            Files.delete(file);
        }
    }

    public static void main(String[] arguments) throws IOException {
        opening();
        Application.launch(Panes.class, arguments);
    }
}
