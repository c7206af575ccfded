package org.nlcen.app.viewer;

import java.util.Optional;

/**
 * The bar that tells how long a centimetre is on the screen.
 *
 * @param millimetres its length on the image
 * @param points its length on the screen
 */
record ScaleBar(double millimetres, double points) {
    private static final double[] LENGTHS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500};

    /**
     * The longest round bar that is no longer than {@code room}.
     *
     * @param pointsPerMm screen points that show a millimetre
     * @return empty where even a tenth of a millimetre is too long or half a metre too short to see
     */
    static Optional<ScaleBar> fitting(double pointsPerMm, double room) {
        ScaleBar best = null;
        for (double length : LENGTHS) {
            if (length * pointsPerMm <= room) {
                best = new ScaleBar(length, length * pointsPerMm);
            }
        }
        return Optional.ofNullable(best).filter(bar -> bar.points() >= 20);
    }
}
