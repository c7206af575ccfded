/** What the program writes: segmentations, secondary captures and de-identified copies. */
package org.nlcen.dicom.write;
