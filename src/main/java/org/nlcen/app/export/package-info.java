/** What leaves the window as a file: films and strips of the sweep, the report. Marks are burned into every picture. */
package org.nlcen.app.export;
