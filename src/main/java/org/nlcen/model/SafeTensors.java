package org.nlcen.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * Reads and writes safetensors files: eight bytes of header length (little endian), a JSON header, raw little-endian values.
 * Every number of the header is checked before anything is allocated, as weights may come from anywhere.
 */
public final class SafeTensors {
    private static final String METADATA = "__metadata__";
    private static final long MAX_HEADER = 16L << 20;
    private static final int MAX_DIMENSIONS = 8;
    private static final long CHUNK = 1L << 28;

    private SafeTensors() {}

    /** One array's place in a file. */
    private record Entry(DataType type, Shape shape, long begin, long end) {}

    /** The arrays by name and the free-text entries of a file. */
    public record Content(Map<String, NDArray> arrays, Map<String, String> metadata) {}

    /**
     * Reads a whole file as float32; half precision is widened.
     *
     * @param manager owns the arrays
     * @throws IOException if the file is not what it says; the message has no path, the caller names the file
     */
    public static Content read(Path file, NDManager manager) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer lengthBytes = readFully(channel, 0, 8);
            long headerLength = lengthBytes.getLong();
            if (headerLength < 2 || headerLength > MAX_HEADER || headerLength > channel.size() - 8) {
                throw new IOException("the header's length is wrong; the file is cut off or no safetensors file");
            }
            byte[] text = new byte[(int) headerLength];
            readFully(channel, 8, text.length).get(text);
            JsonObject header = parse(new String(text, StandardCharsets.UTF_8));
            long start = 8 + headerLength;
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            Map<String, String> metadata = new LinkedHashMap<>();
            for (String name : header.keySet()) {
                JsonObject value = object(header, name);
                if (name.equals(METADATA)) {
                    value.keySet()
                            .forEach(key -> metadata.put(key, value.get(key).getAsString()));
                    continue;
                }
                Entry entry = entry(name, value, channel.size() - start);
                arrays.put(name, load(channel, start, entry, manager));
            }
            return new Content(arrays, metadata);
        }
    }

    private static JsonObject parse(String text) throws IOException {
        try {
            return JsonParser.parseString(text).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException | StackOverflowError e) {
            throw new IOException("the header is not readable; the file is damaged", e);
        }
    }

    private static JsonObject object(JsonObject header, String name) throws IOException {
        if (!header.get(name).isJsonObject()) {
            throw new IOException("the header's entry " + name + " is damaged");
        }
        return header.getAsJsonObject(name);
    }

    private static Entry entry(String name, JsonObject value, long available) throws IOException {
        try {
            DataType type =
                    switch (value.get("dtype").getAsString()) {
                        case "F16" -> DataType.FLOAT16;
                        case "F32" -> DataType.FLOAT32;
                        default -> throw new IOException("array " + name + " has a type other than F16 and F32");
                    };
            var dimensions = value.getAsJsonArray("shape");
            if (dimensions.size() > MAX_DIMENSIONS) {
                throw new IOException("array " + name + " has too many dimensions");
            }
            long[] shape = new long[dimensions.size()];
            long count = 1;
            for (int i = 0; i < shape.length; i++) {
                shape[i] = dimensions.get(i).getAsBigDecimal().longValueExact();
                if (shape[i] < 1) {
                    throw new IOException("array " + name + " has an impossible shape");
                }
                count = Math.multiplyExact(count, shape[i]);
            }
            var offsets = value.getAsJsonArray("data_offsets");
            long begin = offsets.get(0).getAsBigDecimal().longValueExact();
            long end = offsets.get(1).getAsBigDecimal().longValueExact();
            long bytes = Math.multiplyExact(count, type.getNumOfBytes());
            if (offsets.size() != 2 || begin < 0 || end > available || end - begin != bytes || bytes > CHUNK) {
                throw new IOException("array " + name + " does not fit the file; the file is cut off or altered");
            }
            return new Entry(type, new Shape(shape), begin, end);
        } catch (ArithmeticException
                | NullPointerException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NumberFormatException
                | UnsupportedOperationException
                | ClassCastException e) {
            throw new IOException("the header's entry " + name + " is damaged", e);
        }
    }

    private static NDArray load(FileChannel channel, long start, Entry entry, NDManager manager) throws IOException {
        ByteBuffer values = readFully(channel, start + entry.begin(), (int) (entry.end() - entry.begin()));
        // the engine reads such an array from Java's buffer, which dies with it; views of it must not, so it is copied
        try (NDArray borrowed = manager.create(values, entry.shape(), entry.type())) {
            return entry.type() == DataType.FLOAT32 ? borrowed.mul(1) : borrowed.toType(DataType.FLOAT32, true);
        }
    }

    private static ByteBuffer readFully(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("the file ends too early");
            }
        }
        return buffer.flip();
    }

    /**
     * Writes arrays in the given order in full precision; the file appears whole or not at all.
     */
    public static void write(Path file, Map<String, NDArray> arrays, Map<String, String> metadata) throws IOException {
        write(file, arrays, array -> DataType.FLOAT32, metadata);
    }

    /**
     * Writes a network's weights in half precision. Vectors (norms, biases) stay in full precision: they are small, and a
     * norm's running variance can exceed what half precision holds.
     */
    public static void writeWeights(Path file, Map<String, NDArray> arrays, Map<String, String> metadata)
            throws IOException {
        write(file, arrays, array -> array.getShape().dimension() > 1 ? DataType.FLOAT16 : DataType.FLOAT32, metadata);
    }

    private static void write(
            Path file, Map<String, NDArray> arrays, Function<NDArray, DataType> types, Map<String, String> metadata)
            throws IOException {
        JsonObject header = new JsonObject();
        if (!metadata.isEmpty()) {
            JsonObject texts = new JsonObject();
            metadata.forEach(texts::addProperty);
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
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(part);
                WritableByteChannel channel = Channels.newChannel(out)) {
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
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
