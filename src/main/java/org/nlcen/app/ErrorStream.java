package org.nlcen.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

import org.nlcen.image.AtEnd;

/**
 * Where Java and its libraries complain, until the process ends: told to end from outside, JavaFX stops drawing while its window is
 * still alive and prints a failure for every picture after that. The program's own failures are in its log.
 */
final class ErrorStream extends FilterOutputStream {
    private ErrorStream(OutputStream out) {
        super(out);
    }

    /** From now on the process's error stream falls silent at its end. */
    static void quietAtEnd() {
        Charset charset = Charset.forName(
                System.getProperty("native.encoding", Charset.defaultCharset().name()));
        System.setErr(new PrintStream(new ErrorStream(new FileOutputStream(FileDescriptor.err)), true, charset));
    }

    @Override
    public void write(int value) throws IOException {
        if (!AtEnd.begun()) {
            out.write(value);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (!AtEnd.begun()) {
            out.write(bytes, from, length);
        }
    }
}
