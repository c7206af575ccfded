package org.nlcen.dicom.net;

/**
 * A study in an archive. Holds patient data: show it under the privacy switch only.
 *
 * @param uid Study Instance UID, for {@link PacsClient#retrieve}
 * @param modalities "CR" or "CR, SR"; may be empty
 * @param images number of images, -1 where the archive does not say
 */
public record RemoteStudy(
        String uid,
        String patientName,
        String patientId,
        String studyDate,
        String description,
        String modalities,
        int images) {}
