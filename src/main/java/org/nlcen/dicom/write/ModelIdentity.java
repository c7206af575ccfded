package org.nlcen.dicom.write;

/**
 * Which network made a segmentation or was attacked.
 *
 * @param name as the model list shows it
 * @param version of the trained weights
 * @param sha256 of the weights file, hexadecimal
 */
public record ModelIdentity(String name, String version, String sha256) {}
