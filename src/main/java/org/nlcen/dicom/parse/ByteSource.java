package org.nlcen.dicom.parse;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Bytes that can be read again at any position. Nothing stays open between reads. */
public sealed interface ByteSource {
    /** Number of bytes. */
    long size() throws IOException;

    /**
     * A copy of {@code length} bytes from {@code offset}.
     *
     * @throws EOFException if the source ends before
     */
    byte[] read(long offset, int length) throws IOException;

    /** A file, opened for each read. */
    record InFile(Path path) implements ByteSource {
        @Override
        public long size() throws IOException {
            return java.nio.file.Files.size(path);
        }

        @Override
        public byte[] read(long offset, int length) throws IOException {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                if (offset < 0 || length > channel.size() - offset) {
                    throw new EOFException("the file ends at byte " + channel.size());
                }
                ByteBuffer buffer = ByteBuffer.allocate(length);
                while (buffer.hasRemaining()) {
                    if (channel.read(buffer, offset + buffer.position()) < 0) {
                        throw new EOFException("the file was cut while it was read");
                    }
                }
                return buffer.array();
            }
        }
    }

    /** Bytes in memory: a data set that came deflated. */
    record InMemory(byte[] bytes) implements ByteSource {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public byte[] read(long offset, int length) throws IOException {
            if (offset < 0 || length > bytes.length - offset) {
                throw new EOFException("the data ends at byte " + bytes.length);
            }
            return Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
        }
    }
}
