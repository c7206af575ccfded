/** Getting images into the window: opening files and phantoms, ground truths, recent files. */
package org.nlcen.app.library;
