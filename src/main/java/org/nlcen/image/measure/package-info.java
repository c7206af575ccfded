/** Lengths, angles, areas and statistics on an image, in millimetres where its pixels have a size. */
package org.nlcen.image.measure;
