package org.nlcen.dicom.codec;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The transfer syntaxes this program knows by name (PS3.5 section 10), and what reads their pixel data. */
public enum TransferSyntax {
    IMPLICIT_LITTLE("1.2.840.10008.1.2", "Implicit VR Little Endian", Family.NATIVE, false),
    EXPLICIT_LITTLE("1.2.840.10008.1.2.1", "Explicit VR Little Endian", Family.NATIVE, false),
    DEFLATED("1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian", Family.NATIVE, false),
    EXPLICIT_BIG("1.2.840.10008.1.2.2", "Explicit VR Big Endian", Family.NATIVE, false),
    JPEG_BASELINE("1.2.840.10008.1.2.4.50", "JPEG Baseline", Family.JPEG, true),
    JPEG_EXTENDED("1.2.840.10008.1.2.4.51", "JPEG Extended", Family.JPEG, true),
    JPEG_SPECTRAL("1.2.840.10008.1.2.4.53", "JPEG Spectral Selection (retired)", Family.JPEG, true),
    JPEG_PROGRESSIVE("1.2.840.10008.1.2.4.55", "JPEG Full Progression (retired)", Family.JPEG, true),
    JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", "JPEG Lossless", Family.JPEG, false),
    JPEG_LOSSLESS_FIRST_ORDER("1.2.840.10008.1.2.4.70", "JPEG Lossless, First-Order Prediction", Family.JPEG, false),
    JPEG_LS("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless", Family.JPEG_LS, false),
    JPEG_LS_NEAR("1.2.840.10008.1.2.4.81", "JPEG-LS Near-lossless", Family.JPEG_LS, true),
    JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless", Family.JPEG_2000, false),
    JPEG_2000("1.2.840.10008.1.2.4.91", "JPEG 2000", Family.JPEG_2000, true),
    RLE("1.2.840.10008.1.2.5", "RLE Lossless", Family.RLE, false),
    DEFLATED_FRAMES("1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression", Family.DEFLATED_FRAMES, false),
    HTJ2K_LOSSLESS("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 Lossless", Family.REFUSED, false),
    HTJ2K_LOSSLESS_RPCL("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 Lossless RPCL", Family.REFUSED, false),
    HTJ2K("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000", Family.REFUSED, true),
    JPEG_XL_LOSSLESS("1.2.840.10008.1.2.4.110", "JPEG XL Lossless", Family.REFUSED, false),
    JPEG_XL_RECOMPRESSION("1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression", Family.REFUSED, true),
    JPEG_XL("1.2.840.10008.1.2.4.112", "JPEG XL", Family.REFUSED, true),
    JPEG_2000_PART_2_LOSSLESS("1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Lossless", Family.REFUSED, false),
    JPEG_2000_PART_2("1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2", Family.REFUSED, true),
    MPEG2_MAIN("1.2.840.10008.1.2.4.100", "MPEG2 video", Family.REFUSED, true),
    MPEG2_HIGH("1.2.840.10008.1.2.4.101", "MPEG2 High Level video", Family.REFUSED, true),
    MPEG4_41("1.2.840.10008.1.2.4.102", "MPEG-4 video", Family.REFUSED, true),
    MPEG4_41_BD("1.2.840.10008.1.2.4.103", "MPEG-4 BD video", Family.REFUSED, true),
    MPEG4_42_2D("1.2.840.10008.1.2.4.104", "MPEG-4 2D video", Family.REFUSED, true),
    MPEG4_42_3D("1.2.840.10008.1.2.4.105", "MPEG-4 3D video", Family.REFUSED, true),
    MPEG4_42_STEREO("1.2.840.10008.1.2.4.106", "MPEG-4 stereo video", Family.REFUSED, true),
    HEVC_MAIN("1.2.840.10008.1.2.4.107", "HEVC video", Family.REFUSED, true),
    HEVC_MAIN_10("1.2.840.10008.1.2.4.108", "HEVC 10-bit video", Family.REFUSED, true);

    /** Which decoder reads the pixel data. */
    public enum Family {
        NATIVE,
        RLE,
        DEFLATED_FRAMES,
        JPEG,
        JPEG_LS,
        JPEG_2000,
        REFUSED
    }

    private static final Map<String, TransferSyntax> BY_UID =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(TransferSyntax::uid, Function.identity()));

    private final String uid;
    private final String title;
    private final Family family;
    private final boolean lossy;

    TransferSyntax(String uid, String title, Family family, boolean lossy) {
        this.uid = uid;
        this.title = title;
        this.family = family;
        this.lossy = lossy;
    }

    public static Optional<TransferSyntax> of(String uid) {
        return Optional.ofNullable(BY_UID.get(uid));
    }

    public String uid() {
        return uid;
    }

    /** What a person reads. */
    public String title() {
        return title;
    }

    public Family family() {
        return family;
    }

    /** Whether pixel data in this syntax may have lost information. */
    public boolean lossy() {
        return lossy;
    }
}
