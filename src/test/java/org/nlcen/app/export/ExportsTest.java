package org.nlcen.app.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.ToySegmenter;
import org.nlcen.app.attack.Outcome;
import org.nlcen.app.base.Texts;
import org.nlcen.attack.AdversarialExample;
import org.nlcen.image.AtomicFile;
import org.nlcen.image.Geometry;
import org.nlcen.image.NetworkInput;
import org.nlcen.metric.Overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ExportsTest {
    private static final Texts TEXTS = Texts.of(Locale.ENGLISH);
    private static final int ORANGE = 0xd9480f;

    private static Outcome outcome(double epsilon, double dic) {
        float[] image = new float[256 * 256];
        java.util.Arrays.fill(image, 90);
        ToySegmenter toy = new ToySegmenter("toy-lung", "Toy", 2, 95, 0.09, 0);
        AdversarialExample example = new AdversarialExample(epsilon, 3, image, toy.segment(image, 1));
        return new Outcome(example, overlap(dic), List.of());
    }

    /** DIC = 2 TP / (2 TP + FP + FN). */
    private static Overlap overlap(double dic) {
        long both = Math.round(dic * 10_000);
        return new Overlap(both, 20_000 - 2 * both, 0);
    }

    private static Showing showing(int networks) {
        List<Outcome> outcomes = List.of(outcome(0, 0.95), outcome(2, 0.8), outcome(8, 0.25));
        List<Showing.Network> all = new ArrayList<>();
        for (int i = 0; i < networks; i++) {
            all.add(new Showing.Network("toy" + i, "Toy " + i, "00ff00ff00ff00ff00ff", 0x56b4e9, outcomes));
        }
        NetworkInput input = new NetworkInput(outcomes.get(0).example().image(), 1, new Geometry(256, 256));
        return new Showing(
                "Chest phantom 3", "256 × 256, phantom", input, List.of(), true, "I-FGSM", "goal", 8, 0, 255, all);
    }

    private static long marked(BufferedImage picture) {
        long count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += (picture.getRGB(x, y) & 0xffffff) == ORANGE ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void aFilmStoppedOnTheWayLeavesNothing(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("film.gif");
        SweepPictures pictures = new SweepPictures(showing(1), TEXTS);
        List<Integer> written = new ArrayList<>();

        assertThatThrownBy(() -> AtomicFile.write(
                        file,
                        out -> GifFilm.write(
                                out,
                                i -> {
                                    if (i == 2) {
                                        throw new CancellationException();
                                    }
                                    return pictures.frame(8);
                                },
                                List.of(45, 45, 45),
                                written::add)))
                .isInstanceOf(CancellationException.class);

        assertThat(written).containsExactly(1, 2);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void everyAttackedPictureCarriesItsMarkAndNoCleanOneDoes() {
        SweepPictures pictures = new SweepPictures(showing(2), TEXTS);
        assertThat(marked(pictures.frame(0))).isZero();
        long two = marked(pictures.frame(8));
        assertThat(two).isGreaterThan(2 * 256 * 10);
        // a strip of one clean and two attacked pictures for each of two networks
        assertThat(marked(pictures.strip(List.of(0.0, 2.0, 8.0)))).isBetween(2 * two - 800, 2 * two + 800);
    }

    @Test
    void aStripShowsAtMostSoManyEpsilonsWithBothEnds() {
        assertThat(showing(1).spread(8)).containsExactly(0.0, 2.0, 8.0);
        assertThat(showing(1).spread(2)).containsExactly(0.0, 8.0);
    }

    @Test
    void theFilmRunsForEverWithTheTimesAskedFor() throws IOException {
        SweepPictures pictures = new SweepPictures(showing(1), TEXTS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> written = new ArrayList<>();
        double[] epsilons = {0, 2, 8};
        GifFilm.write(out, i -> pictures.frame(epsilons[i]), List.of(160, 45, 160), written::add);
        assertThat(written).containsExactly(1, 2, 3);

        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(3);
            IIOMetadataNode second =
                    (IIOMetadataNode) reader.getImageMetadata(1).getAsTree("javax_imageio_gif_image_1.0");
            IIOMetadataNode control = (IIOMetadataNode)
                    second.getElementsByTagName("GraphicControlExtension").item(0);
            assertThat(control.getAttribute("delayTime")).isEqualTo("45");
            assertThat(reader.read(2).getWidth()).isEqualTo(pictures.frame(8).getWidth());
        }
        assertThat(new String(out.toByteArray(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("NETSCAPE2.0");
    }

    /** Every grey in columns four pixels wide; below it blue that fades and flat orange. */
    private static BufferedImage ramp() {
        BufferedImage picture = new BufferedImage(1024, 40, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int grey = x / 4 * 0x010101;
                picture.setRGB(x, y, y < 20 ? grey : y < 30 ? x / 4 : ORANGE);
            }
        }
        return picture;
    }

    @Test
    void aFilmKeepsTheGreysOfARadiograph() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GifFilm.write(out, i -> ramp(), List.of(100), done -> {});
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        Set<Integer> greys = new HashSet<>();
        double blue = 0;
        for (int x = 0; x < shown.getWidth(); x++) {
            int rgb = shown.getRGB(x, 10) & 0xffffff;
            greys.add(rgb);
            assertThat(rgb % 0x010101).as("a grey stays one").isZero();
            assertThat(rgb & 0xff).isBetween(x / 4 - 1, x / 4 + 1);
            assertThat(shown.getRGB(x, 35) & 0xffffff).isEqualTo(ORANGE);
            for (int y = 20; y < 30; y++) {
                blue += shown.getRGB(x, y) & 0xff;
            }
        }
        // 64 of the 256 colours are for what is no grey: the 255 blues and the orange
        assertThat(greys).hasSize(192);
        // dithered, so that the mean stays 255 / 2
        assertThat(blue / 10 / 1024).isCloseTo(127.5, within(0.5));
    }

    @Test
    void aPictureOfFewColoursKeepsThemAll() {
        BufferedImage few = ramp().getSubimage(0, 0, 256, 40);
        BufferedImage reduced = FilmPalette.reduce(few);
        for (int x = 0; x < 256; x++) {
            for (int y = 0; y < 40; y++) {
                assertThat(reduced.getRGB(x, y)).isEqualTo(few.getRGB(x, y));
            }
        }
    }

    @Test
    void theReportIsOnePageWithItsMarksItsNumbersAndItsSettings() throws IOException {
        Calendar noon = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        noon.setTimeInMillis(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfReport(showing(3), TEXTS, "1.0", Map.of("Computed on", "CPU, 2 threads"), noon).write(out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Research and teaching only – not for diagnosis", "ADVERSARIAL IMAGE", "Chest phantom 3")
                    .contains("0.9500", "0.2500", "0.1429")
                    .contains("00ff00ff00ff00ff", "I-FGSM", "8 grey levels of 255", "CPU, 2 threads");
        }
    }

    @Test
    void aLineThatIsTooLongForTheReportIsCutOff() throws IOException {
        Showing usual = showing(1);
        Showing longer = new Showing(
                "Chest phantom " + "3".repeat(300),
                usual.facts(),
                usual.input(),
                usual.truth(),
                true,
                usual.attack(),
                usual.goal(),
                8,
                0,
                255,
                usual.networks());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfReport(longer, TEXTS, "1.0", Map.of(), new GregorianCalendar()).write(out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            // at 10 points a three is 5.56 points wide, and 511 points are there
            assertThat(new PDFTextStripper().getText(document))
                    .containsPattern("Chest phantom 3{70,90}…")
                    .doesNotContain("3".repeat(91));
        }
    }

    @Test
    void signsThatTheReportsFontsLackAreWrittenOut() {
        assertThat(PdfPen.plain("ε 8 − ∞ Größe 中")).isEqualTo("epsilon 8 - inf Größe ?");
    }
}
