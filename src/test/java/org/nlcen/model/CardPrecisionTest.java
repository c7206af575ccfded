package org.nlcen.model;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import com.sun.jna.NativeLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.nlcen.model.device.Card;

import static org.assertj.core.api.Assertions.assertThat;

/** The choice between TF32 and full precision is said beside the card's name and reaches NVIDIA's libraries. */
class CardPrecisionTest {
    private static final long MEMORY = 16L << 30;

    @Test
    void onlyCardsThatCanDoBothSayWhatTheyDo() {
        assertThat(DeviceInfo.gpu(new Card("Ampere", 8, 0, MEMORY)).name()).isEqualTo("Ampere, TF32");
        assertThat(DeviceInfo.gpu(new Card("Hopper", 9, 0, MEMORY)).name()).isEqualTo("Hopper, TF32");
        assertThat(DeviceInfo.gpu(new Card("Turing", 7, 5, MEMORY)).name()).isEqualTo("Turing");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theLibrariesAreToldInTheProcess() throws Exception {
        assertThat(said()).containsExactly("Ampere, TF32", "null");
        assertThat(said("-Dnlcen.tf32=0")).containsExactly("Ampere, float32", "0");
    }

    private static List<String> said(String... options) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CardPrecisionTest.class.getName()));
        Process process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** What a process of its own says after its settings are made. */
    public static void main(String[] arguments) {
        ProcessSettings.apply(new ReentrantLock());
        System.out.println(DeviceInfo.gpu(new Card("Ampere", 8, 0, MEMORY)).name());
        System.out.println(NativeLibrary.getInstance("c")
                .getFunction("getenv")
                .invokeString(new Object[] {"NVIDIA_TF32_OVERRIDE"}, false));
    }
}
