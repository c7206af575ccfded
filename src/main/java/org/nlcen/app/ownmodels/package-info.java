/** Adding networks of one's own from the window. */
package org.nlcen.app.ownmodels;
