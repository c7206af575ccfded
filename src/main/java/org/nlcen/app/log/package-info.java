/** What the program did: its log in a window, and the audit log. */
package org.nlcen.app.log;
