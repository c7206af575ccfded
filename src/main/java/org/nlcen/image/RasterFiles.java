package org.nlcen.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.nlcen.image.ImageReadException.Reason;

/**
 * PNG, JPEG, TIFF and BMP files. A file is judged by its content, its size by its header before anything is decoded; a
 * picture that is damaged anywhere is refused, since half a picture looks like a finding.
 */
public final class RasterFiles {
    /** Most pixels of a picture; a large mammogram has 20 million. */
    public static final int MAX_PIXELS = 100_000_000;

    /** Longest file in bytes. */
    public static final long MAX_BYTES = 1L << 30;

    private RasterFiles() {}

    /** Whether the file's first bytes are those of a format {@link #read(Path)} knows. */
    public static boolean isRaster(Path file) throws IOException {
        return RasterFormat.of(file).isPresent();
    }

    /** The first picture of a file, see {@link #read(Path, int)}. */
    public static SourceImage read(Path file) throws ImageReadException {
        return read(file, 0);
    }

    /**
     * One picture of a file as stored: grey of 8 or 16 bits, or 8-bit RGB; deeper colour is rounded to 8 bits, palettes
     * are looked up, transparency is composited on black. RGB whose three channels are the same everywhere is grey.
     * Colour profiles and EXIF rotation are not applied. A resolution entry becomes the pixel spacing unless it is
     * missing, relative, absurd or a program's default (72 or 96 dots per inch).
     *
     * @param frame which picture of a TIFF file with several pages, from 0; other formats have one
     * @throws ImageReadException with the reason and what to do
     */
    public static SourceImage read(Path file, int frame) throws ImageReadException {
        RasterFormat format = check(file);
        ImageReader reader = null;
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader = format.newReader();
            int frames = format == RasterFormat.TIFF ? TiffDirectories.count(in) : 1;
            reader.setInput(in);
            return decode(file, format, reader, frame, frames);
        } catch (ImageReadException e) {
            throw e;
        } catch (IIOException e) {
            if (String.valueOf(e.getMessage()).contains("Unsupported")) {
                throw new ImageReadException(
                        file,
                        Reason.UNSUPPORTED,
                        Explanation.of("this kind of {0} is not read; save it as PNG.", format),
                        e);
            }
            throw broken(file, format, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw broken(file, format, e);
        } catch (OutOfMemoryError e) {
            throw new ImageReadException(
                    file, Reason.UNSUPPORTED, "there is not enough memory for this picture; reduce it first.", e);
        } finally {
            if (reader != null) {
                reader.dispose();
            }
        }
    }

    private static RasterFormat check(Path file) throws ImageReadException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new ImageReadException(
                        file, Reason.NOT_AN_IMAGE, "there is no such file; it may have been moved or renamed.");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new ImageReadException(
                        file, Reason.UNSUPPORTED, "the file is larger than 1 GiB; save the picture in a smaller form.");
            }
            return RasterFormat.of(file)
                    .orElseThrow(() -> new ImageReadException(
                            file,
                            Reason.NOT_AN_IMAGE,
                            "this is not a PNG, JPEG, TIFF or BMP picture; choose a picture file."));
        } catch (ImageReadException e) {
            throw e;
        } catch (IOException e) {
            throw new ImageReadException(
                    file, Reason.BROKEN, "the file cannot be read; check the disk and your access rights.", e);
        }
    }

    private static SourceImage decode(Path file, RasterFormat format, ImageReader reader, int frame, int frames)
            throws IOException {
        if (frame < 0 || frame >= frames) {
            throw new ImageReadException(
                    file,
                    Reason.NOT_AN_IMAGE,
                    Explanation.of("there is no picture {0}; the file has {1}.", frame + 1, frames));
        }
        long width = reader.getWidth(frame);
        long height = reader.getHeight(frame);
        if (width < 1 || height < 1) {
            throw new ImageReadException(file, Reason.BROKEN, "the picture is said to have no pixels.");
        }
        if (width * height > MAX_PIXELS) {
            throw new ImageReadException(
                    file,
                    Reason.UNSUPPORTED,
                    Explanation.of(
                            "the picture has {0}x{1} pixels, more than the 100 million this program reads; reduce it first.",
                            width, height));
        }
        Optional<PixelSpacing> spacing = RasterResolution.of(reader, frame, format);
        Damage damage = new Damage();
        reader.addIIOReadWarningListener(damage);
        BufferedImage image = reader.read(frame);
        if (damage.found()) {
            throw broken(file, format, new IIOException(damage.message()));
        }
        PixelBlock pixels = RasterPixels.of(image)
                .orElseThrow(() -> new ImageReadException(
                        file,
                        Reason.UNSUPPORTED,
                        "its samples are neither 8 nor 16 bit grey, RGB or palette; save it as PNG."));
        SourceImage.Origin origin = new SourceImage.Origin(Optional.of(file), format.name(), frame, frames);
        double aspect = spacing.map(mm -> mm.rowMm() / mm.columnMm()).orElse(1.0);
        return new SourceImage(
                file.getFileName().toString(),
                pixels,
                ModalityTransform.IDENTITY,
                List.of(),
                false,
                Optional.empty(),
                spacing,
                aspect,
                origin);
    }

    private static ImageReadException broken(Path file, RasterFormat format, Throwable cause) {
        return new ImageReadException(
                file,
                Reason.BROKEN,
                Explanation.of("this {0} is damaged or cut off; get the file again.", format),
                cause);
    }

    /**
     * A mask of any size, colours by their luminance. Values from the middle of the scale on are foreground (128 of 255,
     * 32768 of 65535). In a file with no such value the numbers are labels (1 the left lung, 2 the right one), and all
     * but 0 are foreground.
     */
    public static Mask readMask(Path file) throws ImageReadException {
        PixelBlock pixels = read(file).pixels();
        int middle = pixels.maximum() <= 255 ? 128 : 32768;
        int threshold = pixels.maximum() < middle ? 1 : middle;
        boolean[] foreground = new boolean[pixels.width() * pixels.height()];
        int[] row = new int[pixels.width() * pixels.samples()];
        int i = 0;
        for (int y = 0; y < pixels.height(); y++) {
            pixels.readRow(y, row);
            for (int x = 0; x < row.length; x += pixels.samples()) {
                double value = pixels.samples() == 1 ? row[x] : Luminance.of(row[x], row[x + 1], row[x + 2]);
                foreground[i++] = value >= threshold;
            }
        }
        return Mask.of(pixels.width(), pixels.height(), foreground);
    }

    /**
     * Writes stored values: 8-bit grey or RGB, 16-bit grey where a value exceeds 255. An existing file is replaced at
     * once or, on failure, not at all.
     *
     * @throws IllegalArgumentException for values a PNG cannot hold (negative, above 65535, colour above 255)
     */
    public static void writePng(Path file, PixelBlock pixels) throws IOException {
        writePng(file, RasterPixels.toImage(pixels));
    }

    /** Writes a mask as 8-bit grey, 0 and 255. An existing file is replaced at once or, on failure, not at all. */
    public static void writePng(Path file, Mask mask) throws IOException {
        writePng(file, RasterPixels.toImage(mask));
    }

    /** Writes any picture. An existing file is replaced at once or, on failure, not at all. */
    public static void writePng(Path file, BufferedImage image) throws IOException {
        // in memory first: the codec hides why a disk refuses, and would keep a copy in the system's temporary folder
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(encoded)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new IIOException("no PNG form for image type " + image.getType());
            }
        }
        AtomicFile.write(file, encoded::writeTo);
    }

    /** Writes a TIFF for a name that ends in {@code .tif} or {@code .tiff}, else a PNG; on the terms of {@link #writePng}. */
    public static void write(Path file, PixelBlock pixels) throws IOException {
        write(file, RasterPixels.toImage(pixels));
    }

    /** A mask as 8-bit grey, 0 and 255, on the terms of {@link #write(Path, PixelBlock)}. */
    public static void write(Path file, Mask mask) throws IOException {
        write(file, RasterPixels.toImage(mask));
    }

    private static void write(Path file, BufferedImage image) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".tif") || name.endsWith(".tiff")) {
            writeTiff(file, image);
        } else {
            writePng(file, image);
        }
    }

    private static void writeTiff(Path file, BufferedImage image) throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        ImageWriter writer = RasterFormat.TIFF.newWriter();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(encoded)) {
            ImageWriteParam form = writer.getDefaultWriteParam();
            form.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            form.setCompressionType("LZW");
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), form);
        } finally {
            writer.dispose();
        }
        AtomicFile.write(file, encoded::writeTo);
    }
}
