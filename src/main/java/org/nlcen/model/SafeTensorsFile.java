package org.nlcen.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** An open safetensors file: its header is read and checked, its arrays are read when they are asked for. */
final class SafeTensorsFile implements AutoCloseable {
    private static final long MAX_HEADER = 16L << 20;
    private static final int LENGTH = 8;

    private final FileChannel channel;
    private final long start;
    private final SafeTensorsHeader header;

    private SafeTensorsFile(FileChannel channel, long start, SafeTensorsHeader header) {
        this.channel = channel;
        this.start = start;
        this.header = header;
    }

    /** @throws IOException if the file is not what it says; the message has no path, the caller names the file */
    static SafeTensorsFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            if (channel.size() < LENGTH) {
                throw new IOException("the file ends too early");
            }
            long length = readFully(channel, 0, LENGTH).getLong();
            if (length < 2 || length > MAX_HEADER || length > channel.size() - LENGTH) {
                throw new IOException("the header's length is wrong; the file is cut off or no safetensors file");
            }
            byte[] text = new byte[(int) length];
            readFully(channel, LENGTH, text.length).get(text);
            long start = LENGTH + length;
            SafeTensorsHeader header =
                    SafeTensorsHeader.parse(new String(text, StandardCharsets.UTF_8), channel.size() - start);
            return new SafeTensorsFile(channel, start, header);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Names of the arrays, in the header's order. */
    Set<String> names() {
        return header.entries().keySet();
    }

    Shape shape(String name) {
        return header.entries().get(name).shape();
    }

    /** Free texts. */
    Map<String, String> metadata() {
        return header.metadata();
    }

    /** One array as float32, owned by the manager; half precision is widened. */
    NDArray read(String name, NDManager manager) throws IOException {
        SafeTensorsHeader.Entry entry = header.entries().get(name);
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

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
