/** Asking an archive (PACS) and fetching from it; nothing is ever sent to one. */
package org.nlcen.app.archive;
