package org.nlcen.dicom;

import org.nlcen.image.Mask;

/**
 * A drawing stored with the image (PS3.3 C.9.2), laid out on the image.
 *
 * @param label what the file calls it, else "Overlay 1" and so on
 * @param graphics whether it is drawing (else a region of interest)
 * @param mask of the image's size
 */
public record Overlay(String label, boolean graphics, Mask mask) {}
