package org.nlcen.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.nlcen.image.AtomicFile;

/**
 * Reads and writes safetensors files: eight bytes of header length (little endian), a JSON header, raw little-endian values.
 * Every number of the header is checked before anything is allocated, as weights may come from anywhere.
 */
public final class SafeTensors {
    private static final String METADATA = "__metadata__";
    /** Larger networks are written in parts, since places that keep weights refuse large files. */
    private static final long PART_BYTES = 60L << 20;

    private SafeTensors() {}

    /** The arrays by name and the free-text entries of a file. */
    public record Content(Map<String, NDArray> arrays, Map<String, String> metadata) {}

    /**
     * Reads a whole file, with the parts that belong to it, as float32; half precision is widened.
     *
     * @param manager owns the arrays
     * @throws IOException if the file is not what it says; the message has no path, the caller names the file
     */
    public static Content read(Path file, NDManager manager) throws IOException {
        try (SafeTensorsFile opened = SafeTensorsFile.open(file)) {
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            for (String name : opened.names()) {
                arrays.put(name, opened.read(name, manager));
            }
            return new Content(arrays, opened.metadata());
        }
    }

    /**
     * Writes arrays in the given order in full precision; the file appears whole or not at all.
     */
    public static void write(Path file, Map<String, NDArray> arrays, Map<String, String> metadata) throws IOException {
        write(file, arrays, array -> DataType.FLOAT32, metadata);
    }

    /**
     * Writes a network's weights in half precision, in files of at most 60 MiB and one array: {@code weights.safetensors}, where
     * needed {@code weights-2.safetensors} and so on. Vectors (norms, biases) stay in full precision: they are small, and a
     * norm's running variance can exceed what half precision holds.
     */
    public static void writeWeights(Path file, Map<String, NDArray> arrays, Map<String, String> metadata)
            throws IOException {
        writeWeights(file, arrays, metadata, PART_BYTES);
    }

    /** @param partBytes a part is closed before it would grow beyond them */
    static void writeWeights(Path file, Map<String, NDArray> arrays, Map<String, String> metadata, long partBytes)
            throws IOException {
        List<Map<String, NDArray>> parts = parts(arrays, partBytes);
        // the first part last: where it is, the others are
        for (int number = parts.size(); number >= 1; number--) {
            Map<String, String> texts = new TreeMap<>(metadata);
            if (number > 1) {
                texts.put("part", String.valueOf(number));
            } else if (parts.size() > 1) {
                texts.put(SafeTensorsFile.PARTS, String.valueOf(parts.size()));
            }
            Path place = number == 1 ? file : SafeTensorsFile.sibling(file, number);
            write(place, parts.get(number - 1), SafeTensors::shortened, texts);
        }
    }

    private static List<Map<String, NDArray>> parts(Map<String, NDArray> arrays, long most) {
        List<Map<String, NDArray>> parts = new ArrayList<>(List.of(new LinkedHashMap<>()));
        long bytes = 0;
        for (Map.Entry<String, NDArray> array : arrays.entrySet()) {
            long own = array.getValue().size() * shortened(array.getValue()).getNumOfBytes();
            if (bytes > 0 && bytes + own > most) {
                parts.add(new LinkedHashMap<>());
                bytes = 0;
            }
            parts.get(parts.size() - 1).put(array.getKey(), array.getValue());
            bytes += own;
        }
        return parts;
    }

    private static DataType shortened(NDArray array) {
        return array.getShape().dimension() > 1 ? DataType.FLOAT16 : DataType.FLOAT32;
    }

    /**
     * SHA-256 of a file and its parts, one behind the other, lower-case hexadecimal; for a file without further parts, or too
     * damaged to name them, its own.
     *
     * @throws IOException if a file cannot be read
     */
    public static String sha256(Path file) throws IOException {
        List<Path> parts = pathsOrOne(file);
        for (Path part : parts) {
            SafeTensorsFile.require(part);
        }
        return ModelCatalog.sha256(parts);
    }

    private static List<Path> pathsOrOne(Path file) {
        try {
            return SafeTensorsFile.paths(file);
        } catch (IOException e) {
            return List.of(file);
        }
    }

    private static void write(
            Path file, Map<String, NDArray> arrays, Function<NDArray, DataType> types, Map<String, String> metadata)
            throws IOException {
        JsonObject header = new JsonObject();
        if (!metadata.isEmpty()) {
            JsonObject texts = new JsonObject();
            // in one order, so that the same weights are the same file: a map may change its order with every start
            new TreeMap<>(metadata).forEach(texts::addProperty);
            header.add(METADATA, texts);
        }
        long offset = 0;
        for (Map.Entry<String, NDArray> array : arrays.entrySet()) {
            DataType type = types.apply(array.getValue());
            long end = offset + array.getValue().size() * type.getNumOfBytes();
            JsonObject entry = new JsonObject();
            entry.addProperty("dtype", type == DataType.FLOAT16 ? "F16" : "F32");
            entry.add(
                    "shape",
                    JsonParser.parseString(array.getValue()
                            .getShape()
                            .toString()
                            .replace('(', '[')
                            .replace(')', ']')));
            entry.add("data_offsets", JsonParser.parseString("[" + offset + "," + end + "]"));
            header.add(array.getKey(), entry);
            offset = end;
        }
        StringBuilder text = new StringBuilder(header.toString());
        while (text.toString().getBytes(StandardCharsets.UTF_8).length % 8 != 0) {
            text.append(' ');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> {
            WritableByteChannel channel = Channels.newChannel(out);
            channel.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(bytes.length)
                    .flip());
            channel.write(ByteBuffer.wrap(bytes));
            for (NDArray array : arrays.values()) {
                try (NDManager scratch = array.getManager().newSubManager()) {
                    NDArray converted = array.stopGradient().toType(types.apply(array), true);
                    converted.attach(scratch);
                    channel.write(converted.toByteBuffer());
                }
            }
        });
    }
}
