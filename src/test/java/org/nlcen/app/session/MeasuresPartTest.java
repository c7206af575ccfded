package org.nlcen.app.session;

import java.util.List;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.nlcen.image.Point;
import org.nlcen.image.measure.Shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MeasuresPartTest {
    @Test
    void everyKindOfMeasurementComesBack() {
        Point a = new Point(1.5, 2);
        Point b = new Point(30, 40.25);
        Point c = new Point(7, 8);
        for (Shape shape : List.of(
                new Shape.Distance(a, b),
                new Shape.Angle(a, b, c),
                new Shape.Probe(a),
                new Shape.Ellipse(a, b),
                new Shape.Polygon(List.of(a, b, c)))) {
            String text = MeasuresPart.json(shape).toString();
            assertThat(MeasuresPart.shape(JsonParser.parseString(text))).isEqualTo(shape);
        }
    }

    @Test
    void whatIsNoMeasurementIsRefused() {
        for (String text : List.of("{}", "{\"kind\": \"circle\"}", "{\"kind\": \"distance\", \"from\": {\"x\": 1}}")) {
            assertThatIllegalArgumentException().isThrownBy(() -> MeasuresPart.shape(JsonParser.parseString(text)));
        }
    }
}
