/**
 * Reading from an archive, by DIMSE or DICOMweb: ask and fetch. There is no way to send anything, and nothing listens.
 */
package org.nlcen.dicom.net;
