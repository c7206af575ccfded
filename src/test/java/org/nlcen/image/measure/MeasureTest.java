package org.nlcen.image.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.nlcen.image.ModalityTransform;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.PixelSpacing;
import org.nlcen.image.Point;
import org.nlcen.image.SourceImage;
import org.nlcen.image.SourceImage.Origin;
import org.nlcen.image.SourceImage.Padding;
import org.nlcen.image.measure.Ruler.Unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MeasureTest {
    private static final Origin ORIGIN = new Origin(Optional.empty(), "test", 0, 1);

    private static Point at(double x, double y) {
        return new Point(x, y);
    }

    /** Stored values y * width + x. */
    private static SourceImage ramp(
            int width, int height, Optional<PixelSpacing> spacing, double aspect, Optional<Padding> padding) {
        short[] values = new short[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) i;
        }
        return new SourceImage(
                "ramp",
                PixelBlock.ofShorts(width, height, 1, values, false),
                new ModalityTransform.Rescale(2, -1000, "HU"),
                List.of(),
                false,
                padding,
                spacing,
                aspect,
                ORIGIN);
    }

    @Test
    void lengthsCountTheTwoSidesOfAPixelEach() {
        Ruler ruler = new Ruler(0.3, 0.4, Unit.PATIENT_MM);
        assertThat(ruler.length(at(10, 10), at(20, 10))).isCloseTo(3, within(1e-12));
        assertThat(ruler.length(at(10, 10), at(10, 20))).isCloseTo(4, within(1e-12));
        assertThat(ruler.length(at(10, 10), at(20, 20))).isCloseTo(5, within(1e-12));
        assertThat(ruler.area(100)).isCloseTo(12, within(1e-12));
    }

    @Test
    void anglesAreThoseOfThePatientNotOfThePixels() {
        assertThat(new Ruler(1, 1, Unit.PIXELS).degrees(at(1, 0), at(0, 0), at(1, 1)))
                .isCloseTo(45, within(1e-9));
        // rows are sqrt(3) columns high: the diagonal stands at 60 degrees
        assertThat(new Ruler(1, Math.sqrt(3), Unit.PIXELS).degrees(at(1, 0), at(0, 0), at(1, 1)))
                .isCloseTo(60, within(1e-9));
        assertThat(new Ruler(1, 1, Unit.PIXELS).degrees(at(-3, 0), at(0, 0), at(5, 0)))
                .isCloseTo(180, within(1e-9));
        assertThat(new Ruler(1, 1, Unit.PIXELS).degrees(at(0, 2), at(0, 0), at(-2, -2)))
                .isCloseTo(135, within(1e-9));
    }

    @Test
    void theUnitSaysHowFarItMayBeTrusted() {
        Optional<PixelSpacing> detector = PixelSpacing.of(0.2, 0.1, PixelSpacing.Source.DETECTOR);
        assertThat(Ruler.of(ramp(4, 4, detector, 2, Optional.empty())))
                .isEqualTo(new Ruler(0.1, 0.2, Unit.DETECTOR_MM));
        assertThat(Ruler.of(ramp(4, 4, Optional.empty(), 1, Optional.empty()))).isEqualTo(new Ruler(1, 1, Unit.PIXELS));
        assertThat(Ruler.of(ramp(4, 4, Optional.empty(), 1.5, Optional.empty())))
                .isEqualTo(new Ruler(1, 1.5, Unit.PIXEL_WIDTHS));
    }

    @Test
    void areasByGeometry() {
        assertThat(new Shape.Ellipse(at(10, 10), at(4, 30)).area()).isCloseTo(Math.PI * 3 * 10, within(1e-9));
        Shape.Polygon corner = new Shape.Polygon(List.of(at(0, 0), at(6, 0), at(6, 2), at(2, 2), at(2, 5), at(0, 5)));
        assertThat(corner.area()).isCloseTo(6 * 2 + 2 * 3, within(1e-12));
    }

    private static List<String> pixels(Region region) {
        List<String> runs = new ArrayList<>();
        region.scan(10, 10, (y, from, to) -> runs.add(y + ":" + from + "-" + to));
        return runs;
    }

    @Test
    void aPixelBelongsToARegionIfItsCentreDoes() {
        // covers the centres 1.5 and 2.5 across, 0.5 down
        assertThat(pixels(new Shape.Polygon(List.of(at(1.4, 0.2), at(3.4, 0.2), at(3.4, 1.3), at(1.4, 1.3)))))
                .containsExactly("0:1-3");
        // a circle of radius 2 about (5, 5): half-widths at the rows' centres are sqrt(4 - 2.25) = 1.32, sqrt(3.75) =
        // 1.94
        assertThat(pixels(new Shape.Ellipse(at(3, 3), at(7, 7)))).containsExactly("3:4-6", "4:3-7", "5:3-7", "6:4-6");
        assertThat(pixels(new Shape.Ellipse(at(-9, -9), at(30, 30))))
                .hasSize(10)
                .contains("0:0-10", "9:0-10");
    }

    @Test
    void whereAnOutlineCrossesItselfEverySecondPartIsInside() {
        Shape.Polygon twice = new Shape.Polygon(List.of(
                at(0, 0), at(6, 0), at(6, 6), at(0, 6), at(0, 0), at(2, 2), at(4, 2), at(4, 4), at(2, 4), at(2, 2)));
        assertThat(pixels(twice)).contains("0:0-6", "2:0-2", "2:4-6", "3:0-2", "3:4-6", "5:0-6");
    }

    @Test
    void statisticsAreOfModalityValues() {
        SourceImage image = ramp(10, 10, Optional.empty(), 1, Optional.empty());
        // pixels 11, 12, 21, 22: modality values -978, -976, -958, -956
        Region square = new Shape.Polygon(List.of(at(1, 1), at(3, 1), at(3, 3), at(1, 3)));
        RegionStatistics numbers = RegionStatistics.of(image, square);
        assertThat(numbers.count()).isEqualTo(4);
        assertThat(numbers.mean()).isCloseTo(-967, within(1e-9));
        // squared distances 121, 81, 81, 121
        assertThat(numbers.deviation()).isCloseTo(Math.sqrt(101), within(1e-9));
        assertThat(numbers.minimum()).isEqualTo(-978);
        assertThat(numbers.maximum()).isEqualTo(-956);
    }

    @Test
    void paddingAndWhatLiesOutsideHaveNoPart() {
        SourceImage image = ramp(10, 10, Optional.empty(), 1, Optional.of(new Padding(0, 11)));
        Region corner = new Shape.Polygon(List.of(at(-5, -5), at(3, -5), at(3, 2), at(-5, 2)));
        // pixels 0 1 2 and 10 11 12, of which 12 alone is no padding
        RegionStatistics numbers = RegionStatistics.of(image, corner);
        assertThat(numbers.count()).isEqualTo(1);
        assertThat(numbers.mean()).isEqualTo(-976);
        assertThat(numbers.deviation()).isZero();
        RegionStatistics none = RegionStatistics.of(image, new Shape.Ellipse(at(0, 0), at(2, 1)));
        assertThat(none.count()).isZero();
        assertThat(none.mean()).isNaN();
    }

    @Test
    void anEllipseKeepsTheOppositeCornerWhenOneIsDragged() {
        Shape.Ellipse ellipse = new Shape.Ellipse(at(2, 3), at(8, 9));
        assertThat(ellipse.handles()).containsExactly(at(2, 3), at(8, 3), at(8, 9), at(2, 9));
        assertThat(ellipse.with(1, at(10, 1)).handles()).containsExactly(at(2, 1), at(10, 1), at(10, 9), at(2, 9));
        assertThat(ellipse.with(3, at(0, 12)).handles()).containsExactly(at(0, 3), at(8, 3), at(8, 12), at(0, 12));
        assertThat(ellipse.moved(1, -1)).isEqualTo(new Shape.Ellipse(at(3, 2), at(9, 8)));
    }
}
