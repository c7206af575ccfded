package org.nlcen.app.dicom;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nlcen.image.PixelBlock;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@Tag("window")
@ExtendWith(ApplicationExtension.class)
class PanesPictureTest {
    private Region low;
    private ScrollPane tall;

    private static Region region(double width, double height, String colour) {
        Region region = new Region();
        region.setMinSize(width, height);
        region.setMaxSize(width, height);
        region.setStyle("-fx-background-color: " + colour + ";");
        return region;
    }

    @Start
    void start(Stage stage) {
        low = region(30, 20, "#0000ff");
        tall = new ScrollPane(region(400, 400, "#00ff00"));
        tall.setMinSize(60, 50);
        tall.setMaxSize(60, 50);
        tall.setStyle("-fx-background-color: #ff0000; -fx-background-insets: 0; -fx-padding: 0;");
        stage.setScene(new Scene(new HBox(low, tall)));
        stage.show();
    }

    @Test
    void panesStandSideBySideWithoutTheirScrollBars(FxRobot robot) {
        WritableImage strip = new WritableImage(90, 5);
        strip.getPixelWriter().setColor(89, 4, Color.WHITE);
        PixelBlock[] made = new PixelBlock[1];
        robot.interact(() -> made[0] = new PanesPicture(List.of(low, tall)).above(strip));
        PixelBlock picture = made[0];

        assertThat(picture.width()).isEqualTo(30 + 60);
        assertThat(picture.height()).isEqualTo(50 + 5);
        assertThat(rgb(picture, 15, 29)).as("above the low pane").isZero();
        assertThat(rgb(picture, 15, 30)).as("the low pane stands on the ground").isEqualTo(0x0000ff);
        assertThat(rgb(picture, 35, 5)).as("what the other one shows").isEqualTo(0x00ff00);
        assertThat(rgb(picture, 87, 20)).as("its own ground instead of the bar").isEqualTo(0xff0000);
        assertThat(rgb(picture, 89, 54)).as("the strip").isEqualTo(0xffffff);
        assertThat(tall.lookupAll(".scroll-bar")).isNotEmpty().allMatch(bar -> bar.getOpacity() == 1);
    }

    @Test
    void whatIsScrolledOutOfSightIsInThePictureWhereTheWholeWidthBelongsThere(FxRobot robot) {
        HBox columns = new HBox(region(40, 30, "#00ff00"), region(40, 30, "#0000ff"), region(40, 30, "#ffffff"));
        ScrollPane scroll = new ScrollPane(columns);
        scroll.getStyleClass().add(PanesPicture.WHOLE);
        scroll.setStyle("-fx-background-color: #ff0000; -fx-background-insets: 0; -fx-padding: 0;");
        VBox pane = new VBox(region(60, 10, "#000000"), scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        pane.setMinSize(60, 70);
        pane.setMaxSize(60, 70);
        PixelBlock[] made = new PixelBlock[1];
        robot.interact(() -> {
            HBox root = new HBox(pane);
            tall.getScene().setRoot(root);
            root.applyCss();
            root.layout();
            scroll.setHvalue(1);
            made[0] = new PanesPicture(List.of(pane)).above(new WritableImage(1, 1));
        });
        PixelBlock picture = made[0];

        assertThat(picture.width()).isEqualTo(120);
        double seen = scroll.getHeight() - scroll.getViewportBounds().getHeight();
        assertThat(seen).as("the bar below").isBetween(1.0, 30.0);
        assertThat(picture.height() - 1).as("lower by the bar, no more").isCloseTo((int) (70 - seen), within(1));
        assertThat(rgb(picture, 5, 15))
                .as("the first column, left of what is seen")
                .isEqualTo(0x00ff00);
        assertThat(rgb(picture, 60, 15)).as("the second").isEqualTo(0x0000ff);
        assertThat(rgb(picture, 115, 15)).as("the last").isEqualTo(0xffffff);
        assertThat(pane.getWidth()).as("as before on the screen").isEqualTo(60);
        assertThat(pane.getHeight()).isEqualTo(70);
        assertThat(scroll.getViewportBounds().getWidth()).isEqualTo(60);
        assertThat(scroll.getHvalue()).isEqualTo(1);
    }

    private static int rgb(PixelBlock picture, int x, int y) {
        return picture.value(x, y, 0) << 16 | picture.value(x, y, 1) << 8 | picture.value(x, y, 2);
    }
}
