package org.nlcen.dicom.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;

/** The process-wide ImageIO registry without the DICOM library's providers, which break other readers. */
public final class ImageIoProviders {
    private static final String LIBRARY = "org.aoju.";
    private static final ImageReaderSpi JPEG;

    static {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        remove(registry, ImageReaderSpi.class);
        remove(registry, ImageWriterSpi.class);
        ImageReaderSpi known = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
        if (known == null) {
            known = new JPEGImageReaderSpi();
            registry.registerServiceProvider(known, ImageReaderSpi.class);
        }
        JPEG = known;
    }

    private ImageIoProviders() {}

    private static <T> void remove(IIORegistry registry, Class<T> category) {
        List<T> unwanted = new ArrayList<>();
        for (Iterator<T> all = registry.getServiceProviders(category, false); all.hasNext(); ) {
            T provider = all.next();
            if (provider.getClass().getName().startsWith(LIBRARY)) {
                unwanted.add(provider);
            }
        }
        unwanted.forEach(provider -> registry.deregisterServiceProvider(provider, category));
    }

    /** Takes the library's providers out; call it before any other use of ImageIO. Repeating it does nothing. */
    public static void tidy() {
        // The static initialiser has done it.
    }

    static ImageReader newJpegReader() throws IOException {
        return JPEG.createReaderInstance(null);
    }
}
