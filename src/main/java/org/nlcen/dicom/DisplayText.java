package org.nlcen.dicom;

import java.util.Optional;

/**
 * What the corners of a shown image say. The first four are patient data: leave them out under the privacy switch.
 *
 * @param patientName as "Family, Given"
 * @param patientId the hospital's number
 * @param birthDate as YYYY-MM-DD
 * @param sex M, F or O
 * @param institution where it was made
 * @param studyDescription what was asked for
 * @param seriesDescription what was done
 * @param studyDate as YYYY-MM-DD
 * @param studyTime as HH:MM
 * @param modality "CR", "DX", "CT", ...
 * @param instanceNumber number within the series
 * @param laterality "L" or "R" where the file says
 * @param viewPosition "PA", "AP", "LL", ...
 * @param orientation directions of rows and columns, "L\F" for example
 * @param bodyPart "CHEST", ...
 */
public record DisplayText(
        Optional<String> patientName,
        Optional<String> patientId,
        Optional<String> birthDate,
        Optional<String> sex,
        Optional<String> institution,
        Optional<String> studyDescription,
        Optional<String> seriesDescription,
        Optional<String> studyDate,
        Optional<String> studyTime,
        Optional<String> modality,
        Optional<String> instanceNumber,
        Optional<String> laterality,
        Optional<String> viewPosition,
        Optional<String> orientation,
        Optional<String> bodyPart) {

    /** The same without anything that tells who the patient is. */
    public DisplayText withoutPatient() {
        Optional<String> none = Optional.empty();
        return new DisplayText(
                none,
                none,
                none,
                none,
                none,
                none,
                seriesDescription,
                none,
                none,
                modality,
                instanceNumber,
                laterality,
                viewPosition,
                orientation,
                bodyPart);
    }
}
