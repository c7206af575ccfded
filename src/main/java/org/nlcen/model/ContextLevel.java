package org.nlcen.model;

/**
 * What one non-local context encoder does at an image.
 *
 * @param width columns of the attention map; 0 where this encoder has no attention
 * @param height its rows
 * @param attention how much the place asked for takes from each position, row by row over the whole picture; sums to 1
 * @param channelWeights the weight of each channel, gamma of He et al. 2019, equation 3, within 0..1; may be empty
 */
public record ContextLevel(int width, int height, float[] attention, float[] channelWeights) {}
