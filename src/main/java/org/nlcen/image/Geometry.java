package org.nlcen.image;

/**
 * How the network's square lies on the source image: the whole image is stretched to the square, as the paper does.
 * Continuous coordinates have pixel centres at half-integers.
 *
 * @param sourceWidth columns of the source image
 * @param sourceHeight rows of the source image
 */
public record Geometry(int sourceWidth, int sourceHeight) {

    public double toSourceX(double x) {
        return x * sourceWidth / NetworkInput.SIZE;
    }

    public double toSourceY(double y) {
        return y * sourceHeight / NetworkInput.SIZE;
    }

    public double toNetworkX(double x) {
        return x * NetworkInput.SIZE / sourceWidth;
    }

    public double toNetworkY(double y) {
        return y * NetworkInput.SIZE / sourceHeight;
    }
}
