package org.nlcen.dicom.parse;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.nlcen.image.Explanation;

/** The library's reader within {@link Limits}; notes where pixel data lies instead of reading it. */
final class DataSetReader extends ImageInputStream {
    private static final int UNDEFINED_LENGTH = -1;

    private final ByteSource source;
    private final long start;
    private int elements;
    private long valueBytes;
    private PixelElement pixels;
    private boolean cutOff;
    private Explanation trouble;

    /** A reader of {@code in}, which is positioned at byte {@code start} of the source. */
    DataSetReader(InputStream in, String syntax, ByteSource source, long start) throws IOException {
        super(in, syntax);
        this.source = source;
        this.start = start;
        setAllocateLimit(1 << 16);
    }

    /** Reads into {@code attributes} as far as the bytes make sense; damage is told by {@link #trouble}. */
    void read(Attributes attributes) throws LimitExceededException {
        try {
            readAttributes(attributes, UNDEFINED_LENGTH, UNDEFINED_LENGTH);
        } catch (LimitExceededException e) {
            throw e;
        } catch (EOFException e) {
            cutOff = true;
            trouble = Explanation.of("the file ends in the middle of {0}", Tag.toString(tag()));
        } catch (IOException | RuntimeException e) {
            trouble = Explanation.of("the data cannot be read after {0}", Tag.toString(tag()));
        }
    }

    /** What stopped the reading early, or null. */
    Explanation trouble() {
        return trouble;
    }

    /** Whether the bytes ended too early. */
    boolean cutOff() {
        return cutOff;
    }

    PixelElement pixels() {
        return pixels;
    }

    @Override
    public void readValue(ImageInputStream in, Attributes attributes) throws IOException {
        count();
        int tag = tag();
        if (attributes.isRoot() && isPixelData(tag)) {
            locatePixels(tag);
        } else if (vr() != VR.SQ && length() != UNDEFINED_LENGTH) {
            readPlainValue(attributes);
        } else {
            super.readValue(in, attributes);
        }
    }

    private void readPlainValue(Attributes attributes) throws IOException {
        long length = length() & 0xffffffffL;
        if (length > remaining()) {
            cutOff = true;
            throw new EOFException();
        }
        if (length > Limits.VALUE_BYTES) {
            skipFully(length);
            attributes.setNull(tag(), vr());
            return;
        }
        valueBytes += length;
        if (valueBytes > Limits.TOTAL_VALUE_BYTES) {
            throw new LimitExceededException("its header is larger than any clinical file's");
        }
        super.readValue(this, attributes);
    }

    @Override
    public void readValue(ImageInputStream in, Sequence sequence) throws IOException {
        count();
        if (level() > Limits.DEPTH) {
            throw new LimitExceededException("its sequences are nested more than {0} deep", Limits.DEPTH);
        }
        super.readValue(in, sequence);
    }

    private void count() throws LimitExceededException {
        elements++;
        if (elements > Limits.ELEMENTS) {
            throw new LimitExceededException("it has more than {0} elements", Limits.ELEMENTS);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new LimitExceededException("reading it was stopped");
        }
    }

    private static boolean isPixelData(int tag) {
        return tag == Tag.PixelData || tag == Tag.FloatPixelData || tag == Tag.DoubleFloatPixelData;
    }

    private void locatePixels(int tag) throws IOException {
        List<PixelElement.Segment> segments = new ArrayList<>();
        boolean encapsulated = length() == UNDEFINED_LENGTH;
        boolean big = bigEndian();
        boolean words = vr() == VR.OW;
        if (encapsulated) {
            try {
                locateFragments(segments);
            } finally {
                pixels = new PixelElement(tag, source, true, segments, big, words);
            }
        } else {
            long length = length() & 0xffffffffL;
            long there = Math.min(length, remaining());
            segments.add(new PixelElement.Segment(start + getPosition(), there));
            pixels = new PixelElement(tag, source, false, segments, big, words);
            skipFully(there);
            if (there < length) {
                throw new EOFException();
            }
        }
    }

    private void locateFragments(List<PixelElement.Segment> segments) throws IOException {
        while (true) {
            readHeader();
            if (tag() == Tag.SequenceDelimitationItem) {
                return;
            }
            if (tag() != Tag.Item) {
                throw new IOException("no fragment");
            }
            count();
            long length = length() & 0xffffffffL;
            long there = Math.min(length, remaining());
            segments.add(new PixelElement.Segment(start + getPosition(), there));
            skipFully(there);
            if (there < length) {
                throw new EOFException();
            }
        }
    }

    private long remaining() throws IOException {
        return Math.max(0, source.size() - start - getPosition());
    }
}
