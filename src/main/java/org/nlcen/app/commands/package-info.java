/** What the user can ask for by menu, key or palette: one list for all three. */
package org.nlcen.app.commands;
