package org.nlcen.attack;

import org.nlcen.metric.Overlap;

/**
 * One cell of a transfer matrix.
 *
 * @param source the network the image was made against
 * @param shown the network that was shown it
 * @param epsilon its strength
 * @param overlap of the shown network's answer with the reference: the truth, else its own clean answer
 */
public record TransferCell(String source, String shown, double epsilon, Overlap overlap) {}
