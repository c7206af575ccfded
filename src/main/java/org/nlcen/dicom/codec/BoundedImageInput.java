package org.nlcen.dicom.codec;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A code stream in memory for a decoder that does not look for its end: a read past it is an error, and so is any read
 * after the thread was interrupted.
 */
final class BoundedImageInput extends ImageInputStreamImpl {
    private final byte[] data;

    BoundedImageInput(byte[] data) {
        this.data = data;
    }

    @Override
    public int read() throws IOException {
        require();
        bitOffset = 0;
        return data[(int) streamPos++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        require();
        bitOffset = 0;
        int count = (int) Math.min(length, data.length - streamPos);
        System.arraycopy(data, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    private void require() throws IOException {
        if (streamPos >= data.length) {
            throw new EOFException("the code stream ends at byte " + data.length);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("cancelled");
        }
    }

    @Override
    public long length() {
        return data.length;
    }
}
