/**
 * The compared architectures as DJL blocks, layer by layer. Every network takes pictures on the 0..255 scale, B x C x H x W with
 * one or three channels, and gives logits B x 2 x H x W, background first; normalisation is part of the graph.
 */
package org.nlcen.network;
