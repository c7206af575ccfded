/**
 * DICOM in and out: the only package that knows the DICOM library or a pixel codec. {@link org.nlcen.dicom.DicomFiles}
 * is the way in; library types never leave this package and its sub-packages.
 */
package org.nlcen.dicom;
