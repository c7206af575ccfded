package org.nlcen.dicom.net;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/** A stream that stops when the person does. */
final class CancellableInput extends FilterInputStream {
    private final BooleanSupplier cancelled;

    /** The person stopped. */
    static final class Cancelled extends IOException {
        private static final long serialVersionUID = 1L;
    }

    CancellableInput(InputStream in, BooleanSupplier cancelled) {
        super(in);
        this.cancelled = cancelled;
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        check();
        return super.read(target, offset, length);
    }

    private void check() throws Cancelled {
        if (cancelled.getAsBoolean()) {
            throw new Cancelled();
        }
    }
}
