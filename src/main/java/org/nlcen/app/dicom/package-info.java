/** The menu's ways to open, browse and write DICOM files. */
package org.nlcen.app.dicom;
