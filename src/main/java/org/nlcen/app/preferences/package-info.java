/** What the program remembers between two starts. */
package org.nlcen.app.preferences;
