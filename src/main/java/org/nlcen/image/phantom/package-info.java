/**
 * Synthetic pictures with exact ground truth, drawn from a seed. They hold nothing of any patient or data set beyond mean
 * measures of anatomy, and are the only pictures the program brings along.
 */
package org.nlcen.image.phantom;
