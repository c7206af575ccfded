/** What a folder, a DICOMDIR or a ZIP file holds: studies, series, instances, and a reason for each file skipped. */
package org.nlcen.dicom.study;
