package org.nlcen.dicom.study;

import java.util.List;

import org.nlcen.dicom.DisplayText;

/**
 * One visit of one patient, or the pictures of a folder.
 *
 * @param uid Study Instance UID, empty for pictures
 * @param text what a list shows about patient and study; {@link DisplayText#withoutPatient()} under the privacy switch
 * @param series by number
 */
public record Study(String uid, DisplayText text, List<Series> series) {
    public Study {
        series = List.copyOf(series);
    }
}
