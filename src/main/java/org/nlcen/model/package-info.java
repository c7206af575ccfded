/** A trained network ready for use: catalogue, cards, weights, segmenters and the lane that computes. */
package org.nlcen.model;
