package org.nlcen.study.figure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.api.Test;
import org.nlcen.metric.Overlap;
import org.nlcen.study.ImageStudy;
import org.nlcen.study.Summary;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PaperFiguresTest {
    private static final Map<String, String> NAMES = Map.of(
            "nlcen-lung", "NLCEN",
            "unet-lung", "U-Net & co",
            "nlcen-no-nlce-lung", "NLCEN without NLCE",
            "unet-nlce-lung", "U-Net + NLCE",
            "mine-lung", "Mine");

    /** DIC 2/3 and JSC 1/2 at 0, DIC and JSC 0 at 32. */
    private static List<ImageStudy.Row> curve(String id) {
        return List.of(
                new ImageStudy.Row("a", id, 0, new Overlap(1, 1, 0), 0),
                new ImageStudy.Row("a", id, 32, new Overlap(0, 1, 1), 32));
    }

    private static List<PaperFigures.Figure> figures(String... ids) {
        List<ImageStudy.Row> rows = new ArrayList<>();
        for (String id : ids) {
            rows.addAll(curve(id));
        }
        return new PaperFigures(Summary.of(rows), NAMES, "JSRT even fold").all();
    }

    private static Document parsed(String svg) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void eachFigureHoldsTheNetworksThatBelongToIt() {
        assertThat(figures("nlcen-lung", "unet-lung", "nlcen-no-nlce-lung", "unet-nlce-lung", "mine-lung"))
                .extracting(PaperFigures.Figure::id)
                .containsExactly("figure-4", "figure-7", "figure-8", "other-networks");
        assertThat(figures("unet-lung")).extracting(PaperFigures.Figure::id).containsExactly("figure-4");

        PaperFigures.Figure eight = figures("unet-lung", "unet-nlce-lung").get(1);
        assertThat(eight.chart().panels().get(0).series())
                .extracting(Chart.Series::name, Chart.Series::style)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("U-Net & co", Chart.Style.DASHED),
                        org.assertj.core.groups.Tuple.tuple("U-Net + NLCE", Chart.Style.SOLID));
    }

    @Test
    void thePaperStandsBesideNlcenAlone() {
        assertThat(figures("unet-lung").get(0).chart().panels().get(0).series()).hasSize(1);
        Chart.Series paper =
                figures("nlcen-lung").get(0).chart().panels().get(1).series().get(1);

        assertThat(paper.name()).isEqualTo("NLCEN in the paper");
        assertThat(paper.points()).extracting(Chart.Point::value).containsExactly(0.945, 0.929);
    }

    @Test
    void theSvgHoldsEachPointWhereItsValueBelongs() throws Exception {
        Chart chart = figures("unet-lung").get(0).chart();
        Document svg = parsed(Figures.svg(chart));

        NodeList dots = svg.getElementsByTagName("circle");
        // two points in each of two panels, one in the legend
        assertThat(dots.getLength()).isEqualTo(5);
        double[] first = place(dots.item(0));
        double[] second = place(dots.item(1));
        double[] jsc = place(dots.item(2));
        // panels are 400 wide and 300 high: from 0 to 32, and from DIC 2/3 down to 0, JSC from 1/2
        assertThat(second[0] - first[0]).isCloseTo(400, within(0.01));
        assertThat(second[1] - first[1]).isCloseTo(200, within(0.01));
        assertThat(second[1] - jsc[1]).isCloseTo(150, within(0.01));
        assertThat(dots.item(0).getTextContent()).isEqualTo("U-Net & co, \u03b5 0: DIC 0.667, 1 images");
        assertThat(svg.getElementsByTagName("polyline").item(12)).isNotNull();
    }

    private static double[] place(org.w3c.dom.Node dot) {
        Element element = (Element) dot;
        return new double[] {
            Double.parseDouble(element.getAttribute("cx")), Double.parseDouble(element.getAttribute("cy"))
        };
    }

    @Test
    void thePngIsTheSamePictureTwiceAsLarge() throws Exception {
        Chart chart = figures("nlcen-lung").get(0).chart();
        Document svg = parsed(Figures.svg(chart));
        var png = ImageIO.read(new ByteArrayInputStream(Figures.png(chart)));

        assertThat(png.getWidth())
                .isEqualTo(2 * Integer.parseInt(svg.getDocumentElement().getAttribute("width")));
        double[] dot = place(svg.getElementsByTagName("circle").item(0));
        // the first network's blue
        assertThat(png.getRGB((int) (2 * dot[0]), (int) (2 * dot[1])) & 0xffffff)
                .isEqualTo(0x0072b2);
    }
}
