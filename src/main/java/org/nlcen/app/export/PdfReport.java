package org.nlcen.app.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.nlcen.app.attack.EpsilonScale;
import org.nlcen.app.attack.Outcome;
import org.nlcen.app.base.Texts;

/**
 * One page: the pictures at the epsilon on the screen, the curve, the numbers of every network, and all settings that are needed to
 * come to them again. Names no patient.
 */
public final class PdfReport {
    private static final float MARGIN = 42;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;
    private static final float LINE = 13;
    private static final float GAP = 20;
    private static final float HEADING = 16;
    private static final float UNDER_CURVE = 46;
    private static final float CURVE = 118;
    private static final float FOOT = 44;
    private static final int DARK = 0x20262e;
    private static final int QUIET = 0x5d6876;
    private static final int GRID = 0xd3d8df;
    private static final int MARK = 0xd9480f;

    private final Showing showing;
    private final Texts texts;
    private final String program;
    private final Map<String, String> settings;
    private final Calendar now;
    private PdfPen pen;

    /**
     * @param program the program's version
     * @param settings further lines, name to value, such as the device
     * @param now for the date on it
     */
    public PdfReport(Showing showing, Texts texts, String program, Map<String, String> settings, Calendar now) {
        this.showing = showing;
        this.texts = texts;
        this.program = program;
        this.settings = settings;
        this.now = now;
    }

    /** Writes the page; takes a second. */
    public void write(OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                pen = new PdfPen(content);
                float y = head();
                y = figure(document, content, y);
                y = curve(y);
                y = numbers(y);
                settings(y);
                foot();
            }
            PDDocumentInformation about = document.getDocumentInformation();
            about.setTitle(PdfPen.plain(texts.get("onePage.title")));
            about.setSubject(PdfPen.plain(texts.get("mark.research")));
            about.setCreator("NLCEN Viewer " + program);
            about.setCreationDate(now);
            document.save(out);
        }
    }

    private float head() throws IOException {
        pen.bold(18).colour(DARK).text(MARGIN, TOP - 14, texts.get("onePage.title"));
        pen.fill(MARGIN, TOP - 40, WIDTH, 18, MARK);
        pen.bold(10).colour(0xffffff).text(MARGIN + 8, TOP - 35, texts.get("mark.research"));
        if (showing.epsilon() > 0) {
            String mark = texts.get("mark.adversarial");
            pen.text(MARGIN + WIDTH - 8 - pen.width(mark), TOP - 35, mark);
        }
        pen.plain(10).colour(DARK);
        pen.text(MARGIN, TOP - 56, pen.fitted(showing.image() + " (" + showing.facts() + ")", WIDTH));
        return TOP - 66;
    }

    private float figure(PDDocument document, PDPageContentStream content, float y) throws IOException {
        List<Double> shown = showing.epsilon() > 0 ? List.of(0.0, showing.epsilon()) : List.of(0.0);
        List<Showing.Network> networks = showing.networks();
        BufferedImage picture = networks.size() <= 2
                ? new SweepPictures(showing, texts).strip(shown)
                : new SweepPictures(showing, texts).frame(showing.epsilon());
        PDImageXObject image = LosslessFactory.createFromImage(document, picture);
        float scale = Math.min(WIDTH / picture.getWidth(), (y - below()) / picture.getHeight());
        float width = picture.getWidth() * scale;
        float height = picture.getHeight() * scale;
        content.drawImage(image, MARGIN + (WIDTH - width) / 2, y - height, width, height);
        return y - height - GAP;
    }

    /** Height of all that follows the figure, from the page's lower edge. */
    private float below() {
        float numbers = 2 * LINE + HEADING + showing.networks().size() * LINE + GAP;
        float lines = HEADING + (2 + settings.size()) * LINE + GAP;
        return MARGIN + FOOT + GAP + CURVE + UNDER_CURVE + numbers + lines;
    }

    /** DIC of each network over epsilon. */
    private float curve(float y) throws IOException {
        pen.bold(10).colour(DARK).text(MARGIN, y, texts.get("onePage.curve"));
        float left = MARGIN + 26;
        float right = MARGIN + WIDTH - 110;
        float bottom = y - CURVE;
        float height = CURVE - 18;
        pen.plain(8).colour(QUIET);
        for (int i = 0; i <= 4; i++) {
            float at = bottom + height * i / 4;
            pen.line(left, at, right, at, GRID, 0.5f);
            pen.text(MARGIN, at - 3, texts.number(i / 4.0, 2));
        }
        for (int epsilon = 0; epsilon <= EpsilonScale.MAX; epsilon += 8) {
            pen.text(x(epsilon, left, right) - 4, bottom - 10, String.valueOf(epsilon));
        }
        float marker = x(showing.epsilon(), left, right);
        pen.line(marker, bottom, marker, bottom + height, QUIET, 0.7f);
        float legend = bottom + height - 6;
        for (Showing.Network network : showing.networks()) {
            List<float[]> points = new ArrayList<>();
            for (Outcome outcome : network.outcomes()) {
                points.add(new float[] {
                    x(outcome.epsilon(), left, right),
                    bottom + height * (float) outcome.overlap().dic()
                });
            }
            pen.polyline(points, darker(network.rgb()), 1.4f);
            pen.line(right + 10, legend + 3, right + 24, legend + 3, darker(network.rgb()), 2);
            pen.plain(8).colour(DARK).text(right + 28, legend, pen.fitted(network.name(), 80));
            legend -= 10;
        }
        String axis = texts.get("onePage.epsilonAxis");
        pen.plain(8).colour(QUIET);
        pen.text((left + right - pen.width(axis)) / 2, bottom - 22, axis);
        return bottom - UNDER_CURVE;
    }

    private static float x(double epsilon, float left, float right) {
        return left + (right - left) * (float) (epsilon / EpsilonScale.MAX);
    }

    /** The screen's colours are made for black. */
    private static int darker(int rgb) {
        int red = (rgb >> 16 & 255) * 3 / 4;
        int green = (rgb >> 8 & 255) * 3 / 4;
        int blue = (rgb & 255) * 3 / 4;
        return red << 16 | green << 8 | blue;
    }

    private float numbers(float from) throws IOException {
        float y = from;
        String strength = texts.epsilon(showing.epsilon());
        pen.bold(10).colour(DARK).text(MARGIN, y, texts.get("onePage.numbers", strength));
        y -= HEADING;
        float[] columns = {0, 130, 186, 262, 318, 396};
        String[] heads = {
            texts.get("onePage.network"),
            "DIC " + texts.get("sweep.clean"),
            "DIC " + texts.get("onePage.attacked"),
            "JSC " + texts.get("sweep.clean"),
            "JSC " + texts.get("onePage.attacked"),
            texts.get("onePage.weights")
        };
        row(y, columns, heads, true);
        pen.line(MARGIN, y - 4, MARGIN + WIDTH, y - 4, GRID, 0.7f);
        y -= 3;
        for (Showing.Network network : showing.networks()) {
            y -= LINE;
            Optional<Outcome> clean = network.at(0);
            Optional<Outcome> attacked = network.at(showing.epsilon());
            row(
                    y,
                    columns,
                    new String[] {
                        pen.fitted(network.name(), 125),
                        clean.map(outcome -> number(outcome.overlap().dic())).orElse("-"),
                        attacked.map(outcome -> number(outcome.overlap().dic())).orElse("-"),
                        clean.map(outcome -> number(outcome.overlap().jsc())).orElse("-"),
                        attacked.map(outcome -> number(outcome.overlap().jsc())).orElse("-"),
                        network.sha256().length() > 16 ? network.sha256().substring(0, 16) : network.sha256()
                    },
                    false);
        }
        y -= LINE;
        pen.plain(8)
                .colour(QUIET)
                .text(MARGIN, y, texts.get(showing.measuredAgainst() ? "onePage.truth" : "onePage.own"));
        return y - GAP;
    }

    private String number(double value) {
        return texts.number(value, 4);
    }

    private void row(float y, float[] columns, String[] cells, boolean head) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (head) {
                pen.bold(8).colour(QUIET);
            } else {
                pen.plain(9).colour(DARK);
            }
            pen.text(MARGIN + columns[i], y, cells[i]);
        }
    }

    private void settings(float from) throws IOException {
        float y = from;
        pen.bold(10).colour(DARK).text(MARGIN, y, texts.get("onePage.settings"));
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {texts.get("onePage.attack"), showing.attack() + ", " + showing.goal()});
        lines.add(new String[] {
            texts.get("onePage.epsilon"), texts.epsilon(showing.epsilon()) + " " + texts.get("epsilon.unit")
        });
        settings.forEach((name, value) -> lines.add(new String[] {name, value}));
        y -= HEADING - LINE;
        for (String[] line : lines) {
            y -= LINE;
            pen.plain(9).colour(QUIET).text(MARGIN, y, line[0]);
            pen.colour(DARK).text(MARGIN + 130, y, pen.fitted(line[1], WIDTH - 130));
        }
    }

    private void foot() throws IOException {
        pen.line(MARGIN, MARGIN + 26, MARGIN + WIDTH, MARGIN + 26, GRID, 0.7f);
        pen.plain(8).colour(QUIET);
        pen.text(MARGIN, MARGIN + 14, texts.get("onePage.disclaimer"));
        String made = String.format(texts.locale(), "NLCEN Viewer %s · %tF %<tR", program, now);
        pen.text(MARGIN, MARGIN + 3, made);
    }
}
