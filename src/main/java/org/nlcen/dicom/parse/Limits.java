package org.nlcen.dicom.parse;

/** What a file may ask for before it is refused; generous for clinical files, finite for hostile ones. */
public final class Limits {
    /** Bytes of a file. */
    public static final long FILE_BYTES = 8L << 30;
    /** Bytes of one value held in memory; pixel data stays in the file. */
    public static final int VALUE_BYTES = 32 << 20;
    /** Bytes of all values held in memory together. */
    public static final long TOTAL_VALUE_BYTES = 192L << 20;
    /** Bytes a deflated data set may grow to. */
    public static final int INFLATED_BYTES = 256 << 20;
    /** Elements and sequence items of a data set, nested ones included. */
    public static final int ELEMENTS = 1_000_000;
    /** Sequences within sequences. */
    public static final int DEPTH = 64;
    /** Samples of one frame: rows x columns x samples per pixel. */
    public static final int FRAME_SAMPLES = 1 << 26;
    /** Frames of an image. */
    public static final int FRAMES = 1_000_000;
    /** Seconds of computing for reading a header, and again, at least, for decoding a frame. */
    public static final int SECONDS = 4;
    /** How much longer all may take where the computer is busy with other things or the disk is slow. */
    public static final int PATIENCE = 10;

    private Limits() {}
}
