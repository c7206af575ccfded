/** Panes that show a picture: what part is seen, through which window, with what drawn on top. */
package org.nlcen.app.viewer;
