package org.nlcen.model.device;

/**
 * A graphics card as its driver describes it.
 *
 * @param name "NVIDIA RTX A4000", for example
 * @param major first number of the compute capability
 * @param minor second number of the compute capability
 * @param memory bytes
 */
public record Card(String name, int major, int minor, long memory) {
    /** The engine holds machine code for 3.5 to 9.0, and no intermediate code that newer cards could translate. */
    private static final int OLDEST = 35;

    private static final int NEWEST = 90;
    /** TF32 came with compute capability 8.0. */
    private static final int TF32 = 80;

    /** Whether it has the short multiplication of 19 bits, TF32. */
    public boolean hasTf32() {
        return 10 * major + minor >= TF32;
    }

    boolean tooOld() {
        return 10 * major + minor < OLDEST;
    }

    boolean tooNew() {
        return 10 * major + minor > NEWEST;
    }

    /** "8.6" */
    String capability() {
        return major + "." + minor;
    }
}
