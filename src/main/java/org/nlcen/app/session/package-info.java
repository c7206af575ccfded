/** The work at hand as a file: saved by the user, kept every few seconds, and offered again after a crash. */
package org.nlcen.app.session;
