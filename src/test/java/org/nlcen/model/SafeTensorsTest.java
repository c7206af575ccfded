package org.nlcen.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SafeTensorsTest {
    @TempDir
    private Path folder;

    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager();
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private Path file(String header, byte... data) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .array());
        out.writeBytes(text);
        out.writeBytes(data);
        Path file = folder.resolve("f.safetensors");
        Files.write(file, out.toByteArray());
        return file;
    }

    @Test
    void readsAFileWrittenByHand() throws IOException {
        // 1.5 and -2 in half precision: 0x3e00 and 0xc000
        Path file = file(
                "{\"a.b\":{\"dtype\":\"F16\",\"shape\":[2,1],\"data_offsets\":[0,4]},\"__metadata__\":{\"k\":\"v\"}}",
                (byte) 0,
                (byte) 0x3e,
                (byte) 0,
                (byte) 0xc0);

        SafeTensors.Content content = SafeTensors.read(file, manager);

        assertThat(content.arrays().get("a.b").getShape()).isEqualTo(new Shape(2, 1));
        assertThat(content.arrays().get("a.b").toFloatArray()).containsExactly(1.5f, -2f);
        assertThat(content.metadata()).containsEntry("k", "v");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        arrays.put("x", manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3)));
        arrays.put("y", manager.create(new float[] {0.1f}));
        Path file = folder.resolve("w.safetensors");

        SafeTensors.write(file, arrays, Map.of("step", "7"));
        SafeTensors.Content content = SafeTensors.read(file, manager);

        assertThat(content.arrays().get("x").getShape()).isEqualTo(new Shape(2, 3));
        assertThat(content.arrays().get("x").toFloatArray()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(content.arrays().get("y").toFloatArray()).containsExactly(0.1f);
        assertThat(content.metadata()).containsExactly(Map.entry("step", "7"));
    }

    @Test
    void whatCannotBeWrittenLeavesTheFileBefore() throws IOException {
        Path file = folder.resolve("w.safetensors");
        SafeTensors.write(file, Map.of("x", manager.create(1f)), Map.of());
        NDArray gone = manager.create(new float[] {2, 3});
        assertThat(gone.getShape()).isEqualTo(new Shape(2));
        gone.close();

        assertThatThrownBy(() -> SafeTensors.write(file, Map.of("x", gone), Map.of()))
                .isInstanceOf(IllegalStateException.class);

        assertThat(SafeTensors.read(file, manager).arrays().get("x").toFloatArray())
                .containsExactly(1);
        assertThat(folder.toFile().list()).containsExactly("w.safetensors");
    }

    @Test
    void weightsAreHalvedButVectorsAreNot() throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        arrays.put("weight", manager.create(new float[] {0.1f, 2}, new Shape(1, 2)));
        arrays.put("runningVar", manager.create(new float[] {250_000, 0.1f}));
        Path file = folder.resolve("w.safetensors");

        SafeTensors.writeWeights(file, arrays, Map.of());
        Map<String, NDArray> read = SafeTensors.read(file, manager).arrays();

        // the nearest half-precision number to 0.1
        assertThat(read.get("weight").toFloatArray()).containsExactly(0.0999755859375f, 2);
        assertThat(read.get("runningVar").toFloatArray()).containsExactly(250_000, 0.1f);
    }

    /** 8, 8 and 12 bytes in parts of at most 16: two arrays and one. */
    private Path inParts() throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        arrays.put("a", manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2)));
        arrays.put("b", manager.create(new float[] {5, 6}));
        arrays.put("c", manager.create(new float[] {7, 8, 9}));
        Path file = folder.resolve("weights.safetensors");
        SafeTensors.writeWeights(file, arrays, Map.of("model", "m"), 16);
        return file;
    }

    @Test
    void aLargeNetworkLiesInParts() throws IOException {
        Path file = inParts();
        Path second = folder.resolve("weights-2.safetensors");

        SafeTensors.Content content = SafeTensors.read(file, manager);

        assertThat(folder).isDirectoryNotContaining("glob:**weights-3*");
        assertThat(SafeTensors.read(second, manager).arrays()).containsOnlyKeys("c");
        assertThat(content.arrays()).containsOnlyKeys("a", "b", "c");
        assertThat(content.arrays().get("a").toFloatArray()).containsExactly(1, 2, 3, 4);
        assertThat(content.arrays().get("c").toFloatArray()).containsExactly(7, 8, 9);
        assertThat(content.metadata()).containsEntry("model", "m").containsEntry("parts", "2");
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        Files.copy(file, both);
        Files.copy(second, both);
        Path joined = Files.write(folder.resolve("joined"), both.toByteArray());
        assertThat(SafeTensors.sha256(file)).isEqualTo(ModelCatalog.sha256(joined));
    }

    @Test
    void aMissingPartIsNamed() throws IOException {
        Path file = inParts();
        Files.delete(folder.resolve("weights-2.safetensors"));

        assertThatThrownBy(() -> SafeTensors.read(file, manager))
                .isInstanceOf(IOException.class)
                .hasMessage("its part weights-2.safetensors is missing");
        assertThatThrownBy(() -> SafeTensors.sha256(file))
                .isInstanceOf(IOException.class)
                .hasMessage("its part weights-2.safetensors is missing");
    }

    @Test
    void partsMustNotHoldTheSameArray() throws IOException {
        Path file = inParts();
        Files.copy(file, folder.resolve("weights-2.safetensors"), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> SafeTensors.read(file, manager))
                .isInstanceOf(IOException.class)
                .hasMessage("two of its parts hold an array of the same name");
    }

    @Test
    void anImpossibleNumberOfPartsIsRefused() throws IOException {
        Path file = folder.resolve("weights.safetensors");
        SafeTensors.write(file, Map.of("a", manager.create(1f)), Map.of("parts", "1000000"));

        assertThatThrownBy(() -> SafeTensors.read(file, manager))
                .isInstanceOf(IOException.class)
                .hasMessage("it says it has an impossible number of parts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"a\":1}",
                "{\"a\":{}}",
                "{\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,-4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[100],\"data_offsets\":[0,400]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,6]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":\"1\",\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,9223372036854775807]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[1e999999999,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"__metadata__\":{\"k\":{}}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"__metadata__\":[]}",
                "{\"a\""
            })
    void lyingHeadersAreRefused(String header) throws IOException {
        Path file = file(header, new byte[8]);

        assertThatThrownBy(() -> SafeTensors.read(file, manager))
                .isInstanceOf(IOException.class)
                .message()
                .isNotBlank();
    }

    @Test
    void mutatedFilesEndInAnAnswerOrAMessage() throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        arrays.put("weight", manager.create(new float[12], new Shape(3, 4)));
        arrays.put("bias", manager.create(new float[3]));
        Path whole = folder.resolve("whole.safetensors");
        SafeTensors.writeWeights(whole, arrays, Map.of("model", "m"));
        byte[] bytes = Files.readAllBytes(whole);
        Random random = new Random(1);
        Path mutant = folder.resolve("mutant.safetensors");
        int refused = 0;
        for (int n = 0; n < 10_000; n++) {
            byte[] changed = java.util.Arrays.copyOf(
                    bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
            for (int k = random.nextInt(4); k >= 0 && changed.length > 0; k--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            Files.write(mutant, changed);
            try (NDManager scratch = manager.newSubManager()) {
                SafeTensors.read(mutant, scratch);
            } catch (IOException e) {
                assertThat(e).message().isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isBetween(2500, 9999);
    }
}
