/** The statement of use, the sheet of shortcuts, and what the program is. */
package org.nlcen.app.help;
