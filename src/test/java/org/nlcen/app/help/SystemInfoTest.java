package org.nlcen.app.help;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SystemInfoTest {
    @Test
    void theEnginesVersionsAreNamed() {
        assertThat(SystemInfo.of("CPU", List.of(), List.of()).lines())
                .anyMatch(line -> line.matches("DJL \\d+\\.\\d+\\.\\d+, PyTorch \\d+\\.\\d+\\.\\d+"));
    }
}
