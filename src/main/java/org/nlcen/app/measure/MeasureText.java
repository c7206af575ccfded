package org.nlcen.app.measure;

import java.util.ArrayList;
import java.util.List;

import org.nlcen.app.base.Texts;
import org.nlcen.app.measure.MeasureModel.Measurement;
import org.nlcen.app.viewer.PixelText;
import org.nlcen.image.SourceImage;
import org.nlcen.image.measure.Region;
import org.nlcen.image.measure.RegionStatistics;
import org.nlcen.image.measure.Ruler;
import org.nlcen.image.measure.Ruler.Unit;
import org.nlcen.image.measure.Shape;

/** What stands beside a measurement. */
public final class MeasureText {
    private static final double SQUARE_CENTIMETRE = 100;
    private static final double NARROW = 20;

    private final Texts texts;

    public MeasureText(Texts texts) {
        this.texts = texts;
    }

    /** One or more lines. */
    public String of(Measurement one, SourceImage image) {
        Shape shape = one.shape();
        Ruler ruler = Ruler.of(image);
        if (shape instanceof Shape.Distance line) {
            return length(ruler.length(line.from(), line.to()), ruler.unit());
        }
        if (shape instanceof Shape.Angle angle) {
            return texts.get("measure.degrees", texts.number(ruler.degrees(angle.a(), angle.vertex(), angle.b()), 1));
        }
        if (shape instanceof Shape.Probe probe) {
            return probe(image, (int) probe.at().x(), (int) probe.at().y());
        }
        List<String> lines = new ArrayList<>();
        lines.add(area(ruler.area(((Region) shape).area()), ruler.unit()));
        one.statistics().ifPresent(numbers -> values(numbers, image, lines));
        return String.join("\n", lines);
    }

    /** A length with its unit. */
    String length(double length, Unit unit) {
        return texts.get("measure.length." + unit, texts.number(length, 1));
    }

    /** An area with its unit: square millimetres below a square centimetre. */
    String area(double area, Unit unit) {
        if (!unit.millimetres()) {
            return texts.get("measure.area." + unit, texts.number(area, 0));
        }
        boolean large = area >= SQUARE_CENTIMETRE;
        String number = large ? texts.number(area / SQUARE_CENTIMETRE, 2) : texts.number(area, 1);
        return texts.get((large ? "measure.areaCm." : "measure.areaMm.") + unit, number);
    }

    private void values(RegionStatistics numbers, SourceImage image, List<String> lines) {
        if (numbers.count() == 0) {
            lines.add(texts.get("measure.noPixels"));
            return;
        }
        int decimals = numbers.maximum() - numbers.minimum() < NARROW ? 2 : 1;
        boolean whole =
                numbers.minimum() == Math.rint(numbers.minimum()) && numbers.maximum() == Math.rint(numbers.maximum());
        String unit = image.modality().unit();
        lines.add(texts.get(
                        "measure.mean",
                        texts.number(numbers.mean(), decimals),
                        texts.number(numbers.deviation(), decimals))
                + (unit.isEmpty() ? "" : " " + unit));
        lines.add(texts.get(
                "measure.range",
                texts.number(numbers.minimum(), whole ? 0 : decimals),
                texts.number(numbers.maximum(), whole ? 0 : decimals)));
    }

    /** The value of a pixel as stored and, where it differs, as the modality means it. */
    private String probe(SourceImage image, int x, int y) {
        int column = Math.max(0, Math.min(image.width() - 1, x));
        int row = Math.max(0, Math.min(image.height() - 1, y));
        return PixelText.place(texts, column, row) + "\n" + PixelText.value(texts, image, column, row);
    }
}
