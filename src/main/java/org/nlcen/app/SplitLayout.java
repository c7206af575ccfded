package org.nlcen.app;

/**
 * Widths of the three panes: the bench as wide as its columns are well seen, the numbers a fixed share, the image the rest.
 *
 * @param source width of the image's pane
 * @param bench width of the bench
 */
record SplitLayout(double source, double bench) {
    private static final double SIDE_SHARE = 0.235;
    private static final double SIDE_LEAST = 260;
    private static final double SIDE_MOST = 520;
    private static final double SOURCE_SHARE = 0.28;
    /** As far as the image gives way for many columns that are all seen then, and would not be otherwise. */
    private static final double SOURCE_SHARE_LEAST = 0.22;

    /** The narrowest that its pane can be. */
    private static final double SOURCE_LEAST = 280;
    /** Where not all of many columns can be seen, one more of them hidden is worth a larger image. */
    private static final double SOURCE_SHARE_SCROLLED = 0.32;
    /** From so many columns on they may be narrow: the image stays the largest picture of the window. */
    private static final int MANY = 5;

    private static final double NARROW = 104;
    private static final double BENCH_LEAST = 512;
    private static final double COLUMN_MOST = 420;
    private static final double COLUMN_LEAST = 168;
    private static final double BENCH_MARGIN = 24;
    private static final double COLUMN_GAP = 8;
    private static final double HEADS_AND_NUMBERS = 150;
    private static final int ROWS = 3;

    /**
     * @param width of the three panes together
     * @param height of each
     * @param columns networks on the bench
     * @param side whether the numbers are shown
     */
    static SplitLayout of(double width, double height, int columns, boolean side) {
        double numbers = side ? clamp(width * SIDE_SHARE, SIDE_LEAST, SIDE_MOST) : 0;
        boolean many = columns >= MANY;
        double least = many ? NARROW : COLUMN_LEAST;
        double column = clamp((height - HEADS_AND_NUMBERS) / ROWS, least, COLUMN_MOST) + COLUMN_GAP;
        double needed = columns * (NARROW + COLUMN_GAP) + BENCH_MARGIN;
        double source = Math.max(SOURCE_LEAST, width * SOURCE_SHARE_LEAST);
        boolean scrolled = many && needed > width - numbers - source;
        double room = width * (1 - (scrolled ? SOURCE_SHARE_SCROLLED : SOURCE_SHARE)) - numbers;
        if (many && !scrolled) {
            room = Math.max(room, needed);
        }
        double most = Math.max(BENCH_LEAST, room);
        double bench = clamp(columns * column + BENCH_MARGIN, BENCH_LEAST, most);
        return new SplitLayout(width - numbers - bench, bench);
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
