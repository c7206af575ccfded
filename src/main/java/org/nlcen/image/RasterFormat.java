package org.nlcen.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;

/** The raster formats this program reads, told apart by their first bytes and never by the file's name. */
enum RasterFormat {
    PNG("png"),
    JPEG("jpeg"),
    TIFF("tiff"),
    BMP("bmp");

    private static final int SIGNATURE = 8;

    private final String plugin;

    RasterFormat(String plugin) {
        this.plugin = plugin;
    }

    /** The format of a file; empty for anything else, however it is called. */
    static Optional<RasterFormat> of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(SIGNATURE);
        }
        if (starts(head, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return Optional.of(PNG);
        }
        if (starts(head, 0xff, 0xd8, 0xff)) {
            return Optional.of(JPEG);
        }
        if (starts(head, 'I', 'I', 42, 0) || starts(head, 'M', 'M', 0, 42)) {
            return Optional.of(TIFF);
        }
        return starts(head, 'B', 'M') ? Optional.of(BMP) : Optional.empty();
    }

    /**
     * The JDK's own reader: other libraries on the class path register readers under the same names that need native
     * code or return other values.
     */
    ImageReader newReader() throws IOException {
        return provider(ImageReaderSpi.class).createReaderInstance();
    }

    /** The JDK's own writer, as {@link #newReader}. */
    ImageWriter newWriter() throws IOException {
        return provider(ImageWriterSpi.class).createWriterInstance();
    }

    private <P> P provider(Class<P> kind) {
        String prefix = "com.sun.imageio.plugins." + plugin + ".";
        Iterator<P> found = IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        kind, provider -> provider.getClass().getName().startsWith(prefix), true);
        if (!found.hasNext()) {
            throw new IllegalStateException("this Java runtime has no " + kind.getSimpleName() + " for " + name());
        }
        return found.next();
    }

    private static boolean starts(byte[] head, int... signature) {
        if (head.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((head[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
