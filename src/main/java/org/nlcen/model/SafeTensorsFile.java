package org.nlcen.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * An open safetensors file: its header is read and checked, its arrays are read when they are asked for. A large network's
 * weights lie in several files: the first says in its free text {@code parts} how many, and {@code weights.safetensors} goes on in
 * {@code weights-2.safetensors} beside it. Each part is a safetensors file by itself.
 */
final class SafeTensorsFile implements AutoCloseable {
    /** Free text of the first part; absent where it is the only one. */
    static final String PARTS = "parts";

    private static final int MOST_PARTS = 9;
    private static final long MAX_HEADER = 16L << 20;
    private static final int LENGTH = 8;
    private static final String ENDING = ".safetensors";

    private final List<Part> parts;
    private final Map<String, Part> places;

    /** One file; its arrays begin at {@code start}. */
    private record Part(FileChannel channel, long start, SafeTensorsHeader header) {}

    private SafeTensorsFile(List<Part> parts, Map<String, Part> places) {
        this.parts = parts;
        this.places = places;
    }

    /**
     * Opens a file and the parts that belong to it.
     *
     * @throws IOException if a file is not what it says or a part is missing; the message has no path of the first file, the
     *     caller names it
     */
    static SafeTensorsFile open(Path file) throws IOException {
        List<Part> parts = new ArrayList<>();
        try {
            parts.add(part(file));
            int count = count(parts.get(0).header());
            for (int number = 2; number <= count; number++) {
                Path next = sibling(file, number);
                require(next);
                parts.add(part(next));
            }
            Map<String, Part> places = new LinkedHashMap<>();
            for (Part part : parts) {
                for (String name : part.header().entries().keySet()) {
                    if (places.put(name, part) != null) {
                        throw ModelLoadException.of("two of its parts hold an array of the same name");
                    }
                }
            }
            return new SafeTensorsFile(parts, places);
        } catch (IOException | RuntimeException e) {
            close(parts);
            throw e;
        }
    }

    /**
     * A file and the parts that belong to it, in order, whether they are there or not.
     *
     * @throws IOException if the file is not what it says
     */
    static List<Path> paths(Path file) throws IOException {
        Part first = part(file);
        close(List.of(first));
        List<Path> paths = new ArrayList<>(List.of(file));
        for (int number = 2; number <= count(first.header()); number++) {
            paths.add(sibling(file, number));
        }
        return paths;
    }

    /** @throws IOException if there is no such file */
    static void require(Path part) throws IOException {
        if (!Files.isRegularFile(part)) {
            throw ModelLoadException.of("its part {0} is missing", part.getFileName());
        }
    }

    /** {@code weights-2.safetensors} for {@code weights.safetensors} and 2. */
    static Path sibling(Path file, int number) {
        String name = file.getFileName().toString();
        String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return file.resolveSibling(stem + "-" + number + ENDING);
    }

    private static int count(SafeTensorsHeader header) throws IOException {
        String said = header.metadata().getOrDefault(PARTS, "1");
        if (!said.matches("[1-" + MOST_PARTS + "]")) {
            throw ModelLoadException.of("it says it has an impossible number of parts");
        }
        return Integer.parseInt(said);
    }

    private static Part part(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            if (channel.size() < LENGTH) {
                throw ModelLoadException.of("the file ends too early");
            }
            long length = readFully(channel, 0, LENGTH).getLong();
            if (length < 2 || length > MAX_HEADER || length > channel.size() - LENGTH) {
                throw ModelLoadException.of("the header's length is wrong; the file is cut off or no safetensors file");
            }
            byte[] text = new byte[(int) length];
            readFully(channel, LENGTH, text.length).get(text);
            long start = LENGTH + length;
            SafeTensorsHeader header =
                    SafeTensorsHeader.parse(new String(text, StandardCharsets.UTF_8), channel.size() - start);
            return new Part(channel, start, header);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Names of the arrays, in the headers' order. */
    Set<String> names() {
        return places.keySet();
    }

    Shape shape(String name) {
        return entry(name).shape();
    }

    /** Free texts of the first file. */
    Map<String, String> metadata() {
        return parts.get(0).header().metadata();
    }

    /** One array as float32, owned by the manager; half precision is widened. */
    NDArray read(String name, NDManager manager) throws IOException {
        SafeTensorsHeader.Entry entry = entry(name);
        Part part = places.get(name);
        ByteBuffer values =
                readFully(part.channel(), part.start() + entry.begin(), (int) (entry.end() - entry.begin()));
        // the engine reads such an array from Java's buffer, which dies with it; views of it must not, so it is copied
        try (NDArray borrowed = manager.create(values, entry.shape(), entry.type())) {
            return entry.type() == DataType.FLOAT32 ? borrowed.mul(1) : borrowed.toType(DataType.FLOAT32, true);
        }
    }

    private SafeTensorsHeader.Entry entry(String name) {
        return places.get(name).header().entries().get(name);
    }

    private static ByteBuffer readFully(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw ModelLoadException.of("the file ends too early");
            }
        }
        return buffer.flip();
    }

    private static void close(List<Part> parts) throws IOException {
        for (Part part : parts) {
            part.channel().close();
        }
    }

    @Override
    public void close() throws IOException {
        close(parts);
    }
}
