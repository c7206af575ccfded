package org.nlcen.dataset;

import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;

/**
 * One image with its truth.
 *
 * @param name the file's name without ending
 * @param input what a network sees
 * @param truth 256x256
 */
public record Sample(String name, NetworkInput input, Mask truth) {}
