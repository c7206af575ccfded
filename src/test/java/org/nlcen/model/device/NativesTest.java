package org.nlcen.model.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NativesTest {
    @TempDir
    private Path folder;

    @Test
    void theCpusCodeIsOnTheClassPath() {
        Natives natives = Natives.find("cpu").orElseThrow();
        assertThat(natives.version()).startsWith("2.0.1");
        assertThat(natives.libraries()).isNotEmpty();
        assertThat(natives.folder(folder).getFileName().toString())
                .isEqualTo(natives.version() + "-cpu-" + natives.classifier());
    }

    @Test
    void whatIsThereIsNotUnpackedAgain() throws IOException {
        Natives natives = Natives.find("cpu").orElseThrow();
        Path there = Files.createDirectories(natives.folder(folder));
        assertThat(natives.unpack(folder)).isEqualTo(there).isEmptyDirectory();
    }

    @Test
    void whatTheProgramBringsUnpackedIsFound() throws IOException {
        Natives natives = Natives.find("cpu").orElseThrow();
        assertThat(natives.shipped(folder)).isEmpty();
        Path there = Files.createDirectories(natives.folder(folder.resolve("engine")));
        assertThat(natives.shipped(folder)).contains(there);
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Natives natives = Natives.find("cpu").orElseThrow();
        assertThatThrownBy(() -> natives.unpack(file))
                .isInstanceOf(NativesException.class)
                .hasMessageContaining(file.resolve("pytorch").toString())
                .hasMessageContaining("NLCEN_DATA");
    }

    @Test
    void codeThatIsMissingLeavesNothingBehind() throws IOException {
        Natives natives = new Natives("1", "none", "nowhere", List.of("libnothing.so"));
        assertThatThrownBy(() -> natives.unpack(folder)).hasMessageContaining("pytorch/none/nowhere/libnothing.so");
        assertThat(folder.resolve("pytorch")).isEmptyDirectory();
    }

    @Test
    void theRuntimeGetsTheNameTheEngineLooksFor() throws IOException {
        Path natives = Files.createDirectories(folder.resolve("2.0.1-cu118-linux-x86_64"));
        Path mangled = Files.createFile(natives.resolve("libcudart-d0da41ae.so.11.0"));
        String before = System.getProperty("jna.library.path");
        try {
            CudaLibraries.prepare(natives, Optional.empty());
            Path link = Path.of(System.getProperty("jna.library.path")).resolve("libcudart.so");
            assertThat(link.toRealPath()).isEqualTo(mangled.toRealPath());
            // the engine loads whatever lies in its folder
            assertThat(link.startsWith(natives)).isFalse();
        } finally {
            if (before == null) {
                System.clearProperty("jna.library.path");
            } else {
                System.setProperty("jna.library.path", before);
            }
        }
    }
}
