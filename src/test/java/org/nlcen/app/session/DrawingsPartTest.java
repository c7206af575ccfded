package org.nlcen.app.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nlcen.app.drawing.DrawingModel;
import org.nlcen.app.drawing.DrawingModel.Layer;
import org.nlcen.app.library.GroundTruth;
import org.nlcen.app.library.ImageOpener;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.viewer.History;
import org.nlcen.image.Mask;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.Point;
import org.nlcen.image.SourceImage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** On an image of 13 x 7, whose bits fill no whole number of bytes. */
class DrawingsPartTest {
    private static final int WIDTH = 13;
    private static final int HEIGHT = 7;
    /** Twenty packed bytes, where the image has pixels for twelve. */
    private static final String TOO_LONG = "eJxjZMQEAADmABU=";

    private final List<Runnable> soon = new ArrayList<>();
    private OpenedImage image = image(WIDTH, HEIGHT);
    private final DrawingModel drawing = model();
    private final DrawingsPart part = new DrawingsPart(drawing);

    private DrawingModel model() {
        return new DrawingModel(
                Runnable::run,
                Runnable::run,
                new History(),
                (layer, action) -> soon.add(action),
                (source, truth) -> image = image.with(truth));
    }

    private static OpenedImage image(int width, int height) {
        PixelBlock pixels = PixelBlock.ofBytes(width, height, 1, new byte[width * height]);
        SourceImage.Origin origin = new SourceImage.Origin(Optional.empty(), "test", 0, 1);
        return ImageOpener.phantom(SourceImage.plain("small", pixels, origin), Mask.empty(width, height));
    }

    private void dot(DrawingModel on, Layer layer, int x, int y) {
        on.layerProperty().set(layer);
        on.begin();
        on.brush(new Point(x + 0.5, y + 0.5), new Point(x + 0.5, y + 0.5), 0.4, 0.4, true);
        on.end();
        soon.forEach(Runnable::run);
        soon.clear();
    }

    @BeforeEach
    void draw() {
        drawing.show(image);
    }

    @Test
    void nothingDrawnIsAnEmptyList() {
        assertThat(part.save()).hasToString("[]");
    }

    @Test
    void bothLayersComeBackOnTheSameImage() {
        dot(drawing, Layer.TRUTH, 12, 6);
        dot(drawing, Layer.GOAL, 0, 3);
        JsonElement kept = JsonParser.parseString(part.save().toString());

        OpenedImage before = image(WIDTH, HEIGHT);
        DrawingModel again = model();
        DrawingsPart other = new DrawingsPart(again);
        OpenedImage prepared = other.prepare(before, kept);
        Mask truth = prepared.truth().map(GroundTruth::mask).orElseThrow();
        assertThat(truth.area()).isEqualTo(1);
        assertThat(truth.get(12, 6)).isTrue();
        assertThat(prepared.truth().orElseThrow().drawn()).isTrue();
        again.show(prepared);
        other.restore(kept);
        assertThat(again.drawn(Layer.TRUTH)).contains(truth);
        assertThat(again.drawn(Layer.GOAL).orElseThrow().get(0, 3)).isTrue();
        assertThat(again.unsavedProperty().get())
                .as("it is in the session's file")
                .isFalse();
        again.show(prepared);
        assertThat(again.drawn(Layer.TRUTH)).as("the image's own truth").contains(truth);
        other.inNoFile();
        assertThat(again.unsavedProperty().get()).as("after a crash").isTrue();
        assertThat(other.save()).isEqualTo(kept);
    }

    @Test
    void numbersOfBeforeAStrokeAreNotItsNumbers() {
        drawing.begin();
        drawing.brush(new Point(1, 1), new Point(3, 3), 1, 1, true);
        drawing.end();
        assertThat(part.settled()).isFalse();
        soon.forEach(Runnable::run);
        assertThat(part.settled()).isTrue();
    }

    @Test
    void whatWasDrawnAfterSavingIsStillToBeSaved() {
        dot(drawing, Layer.TRUTH, 2, 2);
        Runnable saved = part.kept();
        dot(drawing, Layer.TRUTH, 4, 4);
        saved.run();
        assertThat(drawing.unsavedProperty().get()).isTrue();
        part.kept().run();
        assertThat(drawing.unsavedProperty().get()).isFalse();
    }

    @Test
    void damageIsRefusedAndTheOtherLayerComesBack() {
        dot(drawing, Layer.TRUTH, 5, 5);
        dot(drawing, Layer.GOAL, 6, 6);
        String bits =
                ((JsonArray) part.save()).get(0).getAsJsonObject().get("bits").getAsString();
        for (String damaged : List.of("", "no base 64!", bits.substring(0, 8), flipped(bits), TOO_LONG)) {
            JsonArray kept = part.save().deepCopy().getAsJsonArray();
            kept.get(0).getAsJsonObject().addProperty("bits", damaged);
            refusedButGoalComes(kept);
        }
        JsonArray larger = part.save().deepCopy().getAsJsonArray();
        larger.get(0).getAsJsonObject().addProperty("width", 14);
        refusedButGoalComes(larger);
        JsonArray vast = part.save().deepCopy().getAsJsonArray();
        vast.get(0).getAsJsonObject().addProperty("width", 2_000_000_000);
        refusedButGoalComes(vast);
        JsonArray nameless = part.save().deepCopy().getAsJsonArray();
        nameless.set(0, new JsonObject());
        refusedButGoalComes(nameless);
    }

    /** The last byte of the checksum is another. */
    private static String flipped(String bits) {
        int last = bits.replace("=", "").length() - 2;
        char other = bits.charAt(last) == 'A' ? 'B' : 'A';
        return bits.substring(0, last) + other + bits.substring(last + 1);
    }

    private void refusedButGoalComes(JsonArray kept) {
        DrawingModel again = model();
        again.show(image(WIDTH, HEIGHT));
        DrawingsPart other = new DrawingsPart(again);
        assertThatIllegalArgumentException().isThrownBy(() -> other.restore(kept));
        assertThat(again.drawn(Layer.TRUTH)).isEmpty();
        assertThat(again.drawn(Layer.GOAL).orElseThrow().get(6, 6)).isTrue();
    }
}
