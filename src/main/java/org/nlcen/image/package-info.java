/** Pictures, masks, the greyscale pipeline and geometry; no JavaFX, no DJL, no DICOM. */
package org.nlcen.image;
