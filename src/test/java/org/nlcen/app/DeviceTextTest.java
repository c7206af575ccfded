package org.nlcen.app;

import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nlcen.app.base.Texts;
import org.nlcen.model.DeviceInfo;
import org.nlcen.model.device.Obstacle;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceTextTest {
    private static final Texts ENGLISH = Texts.of(Locale.ENGLISH);
    private static final Texts GERMAN = Texts.of(Locale.GERMAN);

    @ParameterizedTest
    @EnumSource
    void everyObstacleHasASentenceInBothLanguages(Obstacle obstacle) {
        DeviceInfo device = new DeviceInfo("CPU, 2 threads", Optional.of(obstacle), "DETAIL");
        String english = DeviceText.of(device, ENGLISH).reason();
        String german = DeviceText.of(device, GERMAN).reason();
        boolean detailed = obstacle.sentence("DETAIL").contains("DETAIL");
        assertThat(english).isNotBlank().doesNotContain("{0}");
        assertThat(german).isNotBlank().doesNotContain("{0}").isNotEqualTo(english);
        assertThat(english.contains("DETAIL")).isEqualTo(detailed);
        assertThat(german.contains("DETAIL")).isEqualTo(detailed);
    }

    @Test
    void aGpuInUseHasNoReason() {
        DeviceInfo device = new DeviceInfo("NVIDIA RTX A4000", Optional.empty(), "");
        assertThat(DeviceText.of(device, GERMAN)).isEqualTo(new Workspace.Device("NVIDIA RTX A4000", ""));
    }

    @Test
    void aNameWithAnApostropheOrBracesPassesUnchanged() {
        DeviceInfo device = new DeviceInfo("CPU, 2 threads", Optional.of(Obstacle.ENGINE), "it's {broken}");
        assertThat(DeviceText.of(device, ENGLISH).reason()).endsWith("it's {broken}");
    }
}
