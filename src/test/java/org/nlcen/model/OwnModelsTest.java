package org.nlcen.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.network.Architecture;
import org.nlcen.network.Parameters;
import org.nlcen.network.SegmentationNetwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OwnModelsTest {
    @TempDir
    private Path folder;

    private Path file;
    private OwnModels own;

    @BeforeEach
    void writeWeights() throws IOException {
        own = new OwnModels(folder.resolve("own"));
        file = folder.resolve("mine.safetensors");
        write(file, "", 0, 0);
    }

    /** The smallest network with random weights, one value of one array changed. */
    private static void write(Path file, String name, int at, float value) throws IOException {
        write(file, name, at, value, Long.MAX_VALUE);
    }

    private static void write(Path file, String name, int at, float value, long partBytes) throws IOException {
        try (NDManager manager = NDManager.newBaseManager()) {
            SegmentationNetwork network = Architecture.NWCN.create();
            network.initialize(manager);
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            Parameters.named(network).forEach((key, parameter) -> {
                NDArray array = parameter.getArray().stopGradient();
                if (key.equals(name)) {
                    float[] values = array.toFloatArray();
                    values[at] = value;
                    array = manager.create(values, array.getShape());
                }
                arrays.put(key, array);
            });
            SafeTensors.writeWeights(file, arrays, Map.of(), partBytes);
        }
    }

    @Test
    void aCheckedFileStandsInTheCatalogueAndSegments() throws IOException {
        assertThat(OwnModels.fitting(file)).containsExactly(Architecture.NWCN);

        ModelCard card = own.add(file, Architecture.NWCN, Task.LUNG, "Müller's net");

        assertThat(card.id()).isEqualTo("own-muller-s-net-lung");
        ModelCatalog catalog = ModelCatalog.load(folder.resolve("none"), own);
        assertThat(catalog.find(card.id()).orElseThrow().usable()).isTrue();
        try (Segmenter segmenter = catalog.open(card.id())) {
            assertThat(segmenter.segment(new float[256 * 256], 1).mask().width())
                    .isEqualTo(256);
        }
        assertThatThrownBy(() -> own.add(file, Architecture.NWCN, Task.LUNG, "Muller s net"))
                .hasMessageContaining("already");
        own.remove(card.id());
        assertThat(ModelCatalog.load(folder.resolve("none"), own).find(card.id()))
                .isEmpty();
    }

    @Test
    void weightsInPartsAreTakenInWhole() throws IOException {
        // about 490,000 bytes in parts of at most 200,000
        write(file, "", 0, 0, 200_000);

        ModelCard card = own.add(file, Architecture.NWCN, Task.LUNG, "net");

        Path kept = folder.resolve("own/own-net-lung");
        assertThat(kept).isDirectoryContaining("glob:**/weights-3.safetensors");
        ModelCatalog.load(folder.resolve("none"), own).open(card.id()).close();
        Files.delete(kept.resolve("weights-3.safetensors"));
        assertThatThrownBy(() -> ModelCatalog.load(folder.resolve("none"), own).open(card.id()))
                .hasMessageContaining("part weights-3.safetensors is missing");
    }

    @Test
    void aCopyThatWasAlteredLaterIsRefused() throws IOException {
        ModelCard card = own.add(file, Architecture.NWCN, Task.SKIN, "net");
        write(folder.resolve("own/own-net-skin/weights.safetensors"), "", 0, 0);

        ModelCatalog catalog = ModelCatalog.load(folder.resolve("none"), own);

        assertThatThrownBy(() -> catalog.open(card.id())).hasMessageContaining("altered");
    }

    private void refused(Architecture architecture, String name, String why) {
        assertThatThrownBy(() -> own.add(file, architecture, Task.LUNG, name))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining(why);
        assertThat(folder.resolve("own"))
                .satisfiesAnyOf(none -> assertThat(none).doesNotExist(), empty -> assertThat(empty)
                        .isEmptyDirectory());
    }

    @Test
    void whatDoesNotFitIsRefusedAndNothingIsKept() throws IOException {
        refused(Architecture.CDNN, "a", "another architecture");
        // the same names as a network with other widths would have is told by the shapes
        refused(Architecture.NWCN_NLCE, "a", "stage1.nlce");
        refused(Architecture.NWCN, "", "name");
        refused(Architecture.NWCN, "../..", "name");

        write(file, "stage2.block3.layer1.conv.weight", 17, Float.NaN);
        refused(Architecture.NWCN, "a", "stage2.block3.layer1.conv.weight holds numbers that are not finite");
        write(file, "stage1.output.conv.bias", 0, Float.NEGATIVE_INFINITY);
        refused(Architecture.NWCN, "a", "stage1.output.conv.bias holds numbers that are not finite");
        write(file, "stage1.down1.norm.runningVar", 5, -1);
        refused(Architecture.NWCN, "a", "variance");

        assertThatThrownBy(() -> own.remove("../own")).hasMessageContaining("no network of your own");
    }

    /** Each ends with the network in the catalogue or with a message, whatever the bytes. */
    @Test
    void mutatedFilesEndInANetworkOrAMessage() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int header = 8 + (bytes[0] & 0xff) + ((bytes[1] & 0xff) << 8);
        Random random = new Random(5);
        Path mutant = folder.resolve("mutant.safetensors");
        int refused = 0;
        for (int n = 0; n < 150; n++) {
            byte[] changed = Arrays.copyOf(bytes, random.nextInt(8) == 0 ? random.nextInt(bytes.length) : bytes.length);
            int reach = Math.min(changed.length, random.nextBoolean() ? header : changed.length);
            for (int k = random.nextInt(3); k >= 0 && reach > 0; k--) {
                changed[random.nextInt(reach)] = (byte) random.nextInt(256);
            }
            Files.write(mutant, changed);
            try {
                own.remove(own.add(mutant, Architecture.NWCN, Task.LUNG, "m").id());
            } catch (ModelLoadException e) {
                assertThat(e.getMessage()).contains(mutant.toString());
                refused++;
            }
            assertThat(folder.resolve("own"))
                    .satisfiesAnyOf(none -> assertThat(none).doesNotExist(), empty -> assertThat(empty)
                            .isEmptyDirectory());
        }
        assertThat(refused).isBetween(50, 149);
    }
}
