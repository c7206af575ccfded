/** Asking an archive (PACS) and fetching from it. */
package org.nlcen.app.archive;
