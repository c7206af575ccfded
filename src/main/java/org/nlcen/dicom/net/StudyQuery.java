package org.nlcen.dicom.net;

/**
 * What to look for; empty texts match everything, {@code *} and {@code ?} stand for other characters.
 *
 * @param patientName "Family*"
 * @param patientId the hospital's number
 * @param studyDate "20261122", or a range "20261101-20261130"
 * @param modality "CR", "DX", ...
 */
public record StudyQuery(String patientName, String patientId, String studyDate, String modality) {
    public static final StudyQuery ALL = new StudyQuery("", "", "", "");
}
