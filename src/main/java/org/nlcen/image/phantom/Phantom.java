package org.nlcen.image.phantom;

import org.nlcen.image.Mask;
import org.nlcen.image.SourceImage;

/**
 * A synthetic picture.
 *
 * @param image the picture; the same seed gives the same pixels on every machine
 * @param mask the structure the picture was drawn from, at the picture's size
 */
public record Phantom(SourceImage image, Mask mask) {}
