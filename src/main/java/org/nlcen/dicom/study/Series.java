package org.nlcen.dicom.study;

import java.util.List;

/**
 * Images made in one go.
 *
 * @param uid Series Instance UID, empty for pictures
 * @param modality "CR", "DX", ...; empty for pictures
 * @param description the file's, may be empty
 * @param number Series Number, 0 where the file has none
 * @param instances by number, then by name
 */
public record Series(String uid, String modality, String description, int number, List<Instance> instances) {
    public Series {
        instances = List.copyOf(instances);
    }
}
