/** The tool rail of the source pane, the options of the tool in the hand, and their commands. */
package org.nlcen.app.tools;
