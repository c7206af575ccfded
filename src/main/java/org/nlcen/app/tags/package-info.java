/** Everything a DICOM file says, to be searched and copied. */
package org.nlcen.app.tags;
