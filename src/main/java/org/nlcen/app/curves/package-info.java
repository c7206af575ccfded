/** Numbers over epsilon: the curve of each network, and the table for the epsilon on the screen. */
package org.nlcen.app.curves;
