package org.nlcen.app.viewer;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nlcen.image.VoiTransform;
import org.nlcen.image.VoiTransform.Function;
import org.nlcen.image.VoiTransform.Window;

import static org.assertj.core.api.Assertions.assertThat;

class UserWindowsTest {
    private final UserWindows user = new UserWindows();
    private final Window own = UserWindows.window("Own", 40, 400);

    private static Window window(String name) {
        return new Window(name, 1, 2, Function.LINEAR);
    }

    private List<String> order(int fromFile, Window... offered) {
        return user.among(List.of(offered), fromFile).stream()
                .map(VoiTransform::name)
                .toList();
    }

    @Test
    void theFilesComeFirstThenTheUsersThenTheComputedOnes() {
        user.all().add(own);
        assertThat(order(2, window("Lung"), window("Bone"), window("Automatic"), window("Full")))
                .containsExactly("Lung", "Bone", "Own", "Automatic", "Full");
    }

    @Test
    void withoutAnyOfTheFileTheBestFitStaysFirst() {
        user.all().add(own);
        assertThat(order(0, window("Automatic"), window("Full"))).containsExactly("Automatic", "Own", "Full");
    }

    @Test
    void whatIsTypedBecomesAWindowThatCanBe() {
        assertThat(UserWindows.window("  ", 40, 400).name()).isEqualTo("400 / 40");
        assertThat(UserWindows.window("x", 40, -5).width()).isEqualTo(1e-3);
    }
}
