package org.nlcen.dicom.codec;

/** Which colour space a lossy JPEG stream is in; files often say otherwise than the stream. */
final class JpegColour {
    private JpegColour() {}

    /**
     * "RGB" or "YBR_FULL". Letters as component names and Adobe's mark decide, then JFIF (which is always luminance and
     * chrominance), then subsampling (which makes no sense for red, green, blue), then what the data set says.
     */
    static String of(JpegHeader header, String photometric) {
        boolean lettered = header.components().get(0).id() == 'R'
                && header.components().get(1).id() == 'G'
                && header.components().get(2).id() == 'B';
        if (lettered || header.adobeTransform() == 0 && !header.jfif() && photometric.equals("RGB")) {
            return "RGB";
        }
        boolean subsampled = header.components().stream().anyMatch(c -> c.horizontal() > 1 || c.vertical() > 1);
        boolean luminance = header.jfif() || header.adobeTransform() == 1 || subsampled;
        return luminance || photometric.startsWith("YBR") ? "YBR_FULL" : "RGB";
    }
}
