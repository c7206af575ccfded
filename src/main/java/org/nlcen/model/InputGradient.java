package org.nlcen.model;

/**
 * Result of one gradient evaluation.
 *
 * @param gradient dL/dx, one value for each value of the image, loss per grey level
 * @param segmentation the prediction at this very image; it comes for free
 * @param loss mean pixel cross-entropy against the goal, in nats
 */
public record InputGradient(float[] gradient, Segmentation segmentation, double loss) {}
