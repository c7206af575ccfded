package org.nlcen.app.lesson;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.junit.jupiter.api.Test;
import org.nlcen.app.base.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class PresenterTest {
    private final BooleanProperty hidden = new SimpleBooleanProperty();
    private final PresenterModel presenter = new PresenterModel(hidden);

    @Test
    void namesAreHiddenBeforeAnAudienceAndAsBeforeAfterwards() {
        presenter.onProperty().set(true);
        assertThat(hidden.get()).isTrue();
        presenter.onProperty().set(false);
        assertThat(hidden.get()).isFalse();
        hidden.set(true);
        presenter.onProperty().set(true);
        presenter.onProperty().set(false);
        assertThat(hidden.get()).isTrue();
    }

    @Test
    void everythingIsLargerWhereThereIsRoom() {
        assertThat(presenter.zoom(1920, 100)).isEqualTo(1);
        presenter.onProperty().set(true);
        assertThat(presenter.zoom(1920, 100)).isEqualTo(1.3);
        assertThat(presenter.zoom(1280, 100)).isEqualTo(1.15);
        assertThat(presenter.zoom(1280, 150)).isEqualTo(1.5);
    }

    @Test
    void keysAndMouseAreWrittenInTheLanguage() {
        Texts german = Texts.of(Locale.GERMAN);
        KeyEvent key = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.O, true, true, false, false);
        assertThat(InputDisplay.keys(key, german)).isEqualTo("Strg + Umschalt + O");
        assertThat(InputDisplay.mouse(mouse(2), "press", german)).isEqualTo("Linke Taste zweimal");
        assertThat(InputDisplay.mouse(mouse(1), "drag", Texts.of(Locale.ENGLISH)))
                .isEqualTo("Left button, drag");
    }

    private static MouseEvent mouse(int clicks) {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                clicks,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null);
    }
}
