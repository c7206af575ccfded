package org.nlcen.app.viewer;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nlcen.app.viewer.Links.Mark;
import org.nlcen.image.VoiTransform.Function;
import org.nlcen.image.VoiTransform.Window;

import static org.assertj.core.api.Assertions.assertThat;

class LinksTest {
    private final Links links = new Links(new Look(new ViewState(), new Windowing()));
    private final Look source = links.lead();
    private final Look first = links.join();
    private final Look second = links.join();
    private final Window lung = new Window("Lung", 1000, 2000, Function.LINEAR);
    private final Window bone = new Window("Bone", 1500, 1000, Function.LINEAR);

    @Test
    void allPanesFollowAnyPane() {
        links.open(List.of(lung, bone));
        first.view().zoomAt(4, 0.25, 0.5);
        second.windowing().choose(1);
        source.windowing().invertedProperty().set(true);
        for (Look look : List.of(source, first, second)) {
            assertThat(look.view().zoom()).isEqualTo(4);
            assertThat(look.view().centerX()).isEqualTo(0.25 + 0.25 / 4);
            assertThat(look.windowing().current()).isEqualTo(bone);
            assertThat(look.windowing().inverted()).isTrue();
        }
    }

    @Test
    void eachLinkCanBeSwitchedOffAlone() {
        links.open(List.of(lung, bone));
        links.zoomProperty().set(false);
        links.windowProperty().set(false);
        first.view().zoomAt(2, 1, 1);
        first.windowing().choose(1);
        assertThat(source.view().zoom()).isEqualTo(1);
        assertThat(source.view().centerX()).as("the position is still linked").isEqualTo(0.75);
        assertThat(source.windowing().current()).isEqualTo(lung);
        links.panProperty().set(false);
        first.view().pan(0.1, 0);
        assertThat(second.view().centerX()).isEqualTo(0.75);
    }

    @Test
    void turnsAreAlwaysShared() {
        links.zoomProperty().set(false);
        links.panProperty().set(false);
        links.windowProperty().set(false);
        first.view().turn(1);
        second.view().flipHorizontally();
        assertThat(source.view().quarterTurns()).isEqualTo(3);
        assertThat(source.view().mirrored()).isTrue();
    }

    @Test
    void aLinkSwitchedOnAgainTakesThePaneTouchedLast() {
        links.zoomProperty().set(false);
        source.view().zoomTo(2);
        first.view().zoomTo(8);
        links.touch(first);
        links.zoomProperty().set(true);
        assertThat(source.view().zoom()).isEqualTo(8);
        assertThat(second.view().zoom()).isEqualTo(8);
    }

    @Test
    void resetAndAnotherImageReachAllPanesAlsoUnlinked() {
        links.open(List.of(lung, bone));
        links.zoomProperty().set(false);
        links.windowProperty().set(false);
        first.view().zoomTo(8);
        first.windowing().choose(1);
        links.reset();
        assertThat(first.view().zoom()).isEqualTo(1);
        assertThat(first.windowing().current()).isEqualTo(lung);
        links.open(List.of(bone));
        assertThat(second.windowing().presets()).containsExactly(bone);
    }

    @Test
    void otherChoicesLeaveTheWindowInUse() {
        links.open(List.of(lung));
        source.windowing().set(700, 300);
        links.offer(List.of(lung, bone));
        assertThat(first.windowing().window().center()).isEqualTo(700);
        assertThat(first.windowing().preset()).isFalse();
        assertThat(first.windowing().presets()).containsExactly(lung, bone);
    }

    @Test
    void theCrossIsSeenOnlyWhileLinked() {
        links.point(new Mark(this, 0.5, 0.25));
        assertThat(links.markProperty().get()).contains(new Mark(this, 0.5, 0.25));
        links.leave("another pane");
        assertThat(links.markProperty().get()).isPresent();
        links.cursorProperty().set(false);
        assertThat(links.markProperty().get()).isEmpty();
        links.point(new Mark(this, 0.5, 0.25));
        assertThat(links.markProperty().get()).isEmpty();
    }
}
