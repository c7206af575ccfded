package org.nlcen.dicom.codec;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.nlcen.dicom.parse.PixelElement;
import org.nlcen.image.PixelBlock;

/** Reads frames of one image; stateless between calls, so frames may be read from several threads. */
public final class FrameDecoder {
    private final PixelElement pixels;
    private final PixelFormat format;
    private final TransferSyntax syntax;
    private final int frames;

    public FrameDecoder(PixelElement pixels, PixelFormat format, TransferSyntax syntax, int frames) {
        this.pixels = pixels;
        this.format = format;
        this.syntax = syntax;
        this.frames = frames;
    }

    /**
     * The stored values of a frame as the decoder returns them.
     *
     * @param frame from 0
     * @throws CodecException if the data are damaged or in a form that is not read
     */
    public Decoded decode(int frame) throws IOException {
        if (!pixels.encapsulated()) {
            if (syntax.family() != TransferSyntax.Family.NATIVE) {
                throw CodecException.broken("the pixel data are not compressed as the file says");
            }
            return new Decoded(Samples.block(format, nativeFrame(frame, format)), format.photometric());
        }
        if (syntax.family() == TransferSyntax.Family.REFUSED) {
            throw CodecException.unsupported("{0} is not read", syntax.title());
        }
        byte[] stream = new FrameLocator(pixels, frames).read(frame);
        return switch (syntax.family()) {
            case RLE -> {
                int[] values = RleDecoder.decode(stream, format);
                yield new Decoded(Samples.block(format, values), format.photometric());
            }
            case DEFLATED_FRAMES -> {
                byte[] raw = inflate(stream);
                int[] values = NativeDecoder.decode(raw, 0, format, false);
                yield new Decoded(Samples.block(format, values), format.photometric());
            }
            case JPEG -> jpeg(stream);
            case JPEG_LS -> {
                JpegHeader header = JpegHeader.read(stream);
                header.require(format);
                yield decoded(JpegLsDecoder.decode(stream, header), format.photometric());
            }
            case JPEG_2000 -> jpeg2000(Jpeg2000Header.unwrap(stream));
            default -> throw CodecException.broken("the pixel data are not stored as the file says");
        };
    }

    private Decoded jpeg(byte[] stream) throws CodecException {
        JpegHeader header = JpegHeader.read(stream);
        header.require(format);
        if (header.process() == JpegHeader.JPEG_LS) {
            return decoded(JpegLsDecoder.decode(stream, header), format.photometric());
        }
        int[] values = JpegDecoder.decode(stream, header);
        if (header.process() == JpegHeader.EXTENDED && !format.signed()) {
            clip(values);
        }
        boolean lossyColour = format.samples() == 3 && header.process() != JpegHeader.LOSSLESS;
        return decoded(values, lossyColour ? JpegColour.of(header, format.photometric()) : format.photometric());
    }

    private Decoded jpeg2000(byte[] stream) throws CodecException {
        Jpeg2000Header header = Jpeg2000Header.read(stream);
        header.require(format);
        int[] values = Jpeg2000Decoder.decode(stream, header);
        if (!header.reversible() && header.signed() == format.signed()) {
            clip(values);
        }
        boolean transformed = header.colourTransform() || format.photometric().matches("YBR_(RCT|ICT)");
        return decoded(values, format.samples() == 3 && transformed ? "RGB" : format.photometric());
    }

    /** Fits decoded values to what the data set says about sign and bits. */
    private Decoded decoded(int[] values, String photometric) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Samples.stored(values[i], format);
        }
        return new Decoded(Samples.block(format, values), photometric);
    }

    /** A lossy coder may overshoot the range of stored values a little; that must not wrap around. */
    private void clip(int[] values) {
        int low = format.signed() ? -(1 << (format.bitsStored() - 1)) : 0;
        int high = format.signed() ? -low - 1 : (int) ((1L << format.bitsStored()) - 1);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(low, Math.min(high, values[i]));
        }
    }

    /** One bit of every pixel cell of a native frame; none where the pixel data are compressed. */
    public Optional<boolean[]> bitPlane(int frame, int position) throws IOException {
        if (pixels.encapsulated() || syntax.family() != TransferSyntax.Family.NATIVE) {
            return Optional.empty();
        }
        int[] cells = nativeFrame(frame, format.wholeCells());
        boolean[] bits = new boolean[cells.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (cells[i] >> position & 1) == 1;
        }
        return Optional.of(bits);
    }

    private int[] nativeFrame(int frame, PixelFormat format) throws IOException {
        long firstBit = format.nativeFrameBits() * frame;
        int bits = (int) (firstBit & 7);
        long firstByte = firstBit >> 3;
        int length = (int) ((bits + format.nativeFrameBits() + 7) / 8);
        boolean swapped = pixels.bigEndian() && pixels.words() && format.bitsAllocated() <= 8;
        try {
            if (firstByte + length > pixels.nativeLength()) {
                throw CodecException.broken("the pixel data end too early");
            }
            byte[] data = swapped ? swappedBytes(firstByte, length) : pixels.readNative(firstByte, length);
            return NativeDecoder.decode(data, bits, format, pixels.bigEndian());
        } catch (EOFException e) {
            throw CodecException.broken("the pixel data end too early", e);
        }
    }

    /** Bytes whose pairs lie swapped, as 8-bit values do in big-endian words. */
    private byte[] swappedBytes(long first, int length) throws IOException {
        long from = first & ~1L;
        int whole = (int) Math.min(pixels.nativeLength() - from, (first - from + length + 1) & ~1L);
        byte[] words = pixels.readNative(from, whole);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int at = (int) (first - from) + i;
            bytes[i] = words[Math.min(at ^ 1, whole - 1)];
        }
        return bytes;
    }

    private byte[] inflate(byte[] stream) throws CodecException {
        byte[] raw = new byte[(int) ((format.nativeFrameBits() + 7) / 8)];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(stream);
            int at = 0;
            while (at < raw.length) {
                int n = inflater.inflate(raw, at, raw.length - at);
                if (n == 0) {
                    throw CodecException.broken("the compressed data end too early");
                }
                at += n;
            }
            return raw;
        } catch (DataFormatException e) {
            throw CodecException.broken("the compressed data are damaged", e);
        } finally {
            inflater.end();
        }
    }

    /**
     * A decoded frame.
     *
     * @param values stored values
     * @param photometric what they mean, which is not always what the file says
     */
    public record Decoded(PixelBlock values, String photometric) {}
}
