package org.nlcen.model.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.model.device.GpuProbe.Finding;
import org.nlcen.model.device.GpuProbe.Machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class GpuProbeTest {
    private static final Card AMPERE = new Card("NVIDIA RTX A4000", 8, 6, 16L << 30);

    @TempDir
    private Path folder;

    @Test
    void aGoodMachineIsUsed() {
        assertThat(look(answer(12020, 0, AMPERE))).isEqualTo(new Finding(Optional.of(AMPERE), Optional.empty(), ""));
    }

    @Test
    void everyObstacleIsNamed() {
        assertThat(GpuProbe.look(machine(false, false, answer(12020, 0, AMPERE), true)))
                .isEqualTo(Finding.of(Obstacle.EDITION, ""));
        assertThat(GpuProbe.look(machine(true, true, answer(12020, 0, AMPERE), true)))
                .isEqualTo(Finding.of(Obstacle.TURNED_OFF, ""));
        assertThat(look(Optional::empty)).isEqualTo(Finding.of(Obstacle.NO_DRIVER, ""));
        assertThat(look(answer(12020, 100))).isEqualTo(Finding.of(Obstacle.NO_CARD, "100"));
        assertThat(look(answer(12020, 0))).isEqualTo(Finding.of(Obstacle.NO_CARD, "0"));
        assertThat(look(answer(10020, 0, AMPERE))).isEqualTo(Finding.of(Obstacle.DRIVER_OLD, "10.2"));
        assertThat(GpuProbe.look(machine(true, false, answer(11080, 0, AMPERE), false)))
                .isEqualTo(Finding.of(Obstacle.NO_CUDNN, ""));
    }

    @Test
    void cardsFromKeplerToHopperAreKnown() {
        assertThat(obstacle(3, 0)).contains(Obstacle.CARD_OLD);
        assertThat(obstacle(3, 5)).isEmpty();
        assertThat(obstacle(8, 9)).isEmpty();
        assertThat(obstacle(9, 0)).isEmpty();
        assertThat(obstacle(10, 0)).contains(Obstacle.CARD_NEW);
        assertThat(obstacle(12, 0)).contains(Obstacle.CARD_NEW);
        Finding blackwell = look(answer(13000, 0, new Card("NVIDIA GeForce RTX 5090", 12, 0, 32L << 30)));
        assertThat(Obstacle.CARD_NEW.sentence(blackwell.detail()))
                .isEqualTo(
                        "NVIDIA GeForce RTX 5090 (compute capability 12.0) is newer than CUDA 11.8 knows (9.0 is the "
                                + "last); this edition cannot use it");
    }

    @Test
    void cudnnIsTakenFromTheUsersFolderFirst() throws IOException {
        Path named = Files.createDirectory(folder.resolve("named"));
        Path installed = Files.createDirectories(folder.resolve("home/lib/cudnn"));
        Files.createFile(installed.resolve("libcudnn.so.8"));
        List<Path> folders = GpuProbe.cudnnFolders(
                Map.of("NLCEN_CUDNN", named.toString(), "LD_LIBRARY_PATH", "relative:/opt/cuda"),
                Optional.of(folder.resolve("home")));
        assertThat(folders).startsWith(named, installed, Path.of("/opt/cuda"));
        assertThat(GpuProbe.findCudnn(folders)).contains(installed.resolve("libcudnn.so.8"));
        Files.createFile(named.resolve("libcudnn.so.8"));
        assertThat(GpuProbe.findCudnn(folders)).contains(named.resolve("libcudnn.so.8"));
    }

    @Test
    void withoutADriverNobodyIsAsked() {
        assertThat(new CudaDriver(folder.resolve("libcuda.so.1").toString()).ask())
                .isEmpty();
    }

    /** A driver made for this test, compiled from C, reports one card. */
    @Test
    void theDriverIsAskedByItsOwnFunctions() throws Exception {
        Path library = compile("fake_driver.c");
        assertThat(new CudaDriver(library.toString()).ask())
                .contains(new Driver.Answer(
                        12040,
                        0,
                        List.of(
                                new Card("NVIDIA Test Card", 8, 9, 25_769_803_776L),
                                new Card("NVIDIA Second Card", 7, 5, 12_884_901_888L))));
    }

    private Path compile(String source) throws Exception {
        Path code = folder.resolve(source);
        try (var in = GpuProbeTest.class.getResourceAsStream(source)) {
            Files.copy(in, code);
        }
        Path library = folder.resolve("libcuda.so.1");
        int status;
        try {
            status = new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), code.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            status = -1;
        }
        assumeTrue(status == 0, "needs a C compiler and a system whose libraries are .so files");
        return library;
    }

    private static Optional<Obstacle> obstacle(int major, int minor) {
        return look(answer(12020, 0, new Card("card", major, minor, 1L << 33))).obstacle();
    }

    private static Finding look(Driver driver) {
        return GpuProbe.look(machine(true, false, driver, true));
    }

    private static Driver answer(int cudaVersion, int error, Card... cards) {
        return () -> Optional.of(new Driver.Answer(cudaVersion, error, List.of(cards)));
    }

    private static Machine machine(boolean edition, boolean off, Driver driver, boolean cudnn) {
        Optional<Path> file = cudnn ? Optional.of(Path.of("/usr/lib/libcudnn.so.8")) : Optional.empty();
        return new Machine(edition, off, driver, file, true);
    }
}
