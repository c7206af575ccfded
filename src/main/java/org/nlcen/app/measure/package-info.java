/** Measuring on the source image: what is measured, how it is drawn and told, how the mouse makes and changes it. */
package org.nlcen.app.measure;
