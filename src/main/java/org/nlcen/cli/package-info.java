/** Floor 6: the same jobs without a window. One class a command; the only package that writes to the terminal. */
package org.nlcen.cli;
