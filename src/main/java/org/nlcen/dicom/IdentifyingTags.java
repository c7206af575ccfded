package org.nlcen.dicom;

import java.util.Set;

import org.aoju.bus.image.Tag;

/** Elements that may tell who the patient is: for hiding them from view (PS3.15 table E.1-1, the direct ones). */
final class IdentifyingTags {
    private static final Set<String> PERSONAL_REPRESENTATIONS = Set.of("PN", "DA", "DT", "UI", "UN");

    private static final Set<Integer> HARMLESS = Set.of(
            Tag.SOPClassUID,
            Tag.MediaStorageSOPClassUID,
            Tag.TransferSyntaxUID,
            Tag.ImplementationClassUID,
            Tag.ReferencedSOPClassUID);

    private static final Set<Integer> TEXTS = Set.of(
            Tag.AccessionNumber,
            Tag.InstitutionName,
            Tag.InstitutionAddress,
            Tag.InstitutionalDepartmentName,
            Tag.StationName,
            Tag.StudyDescription,
            Tag.StudyID,
            Tag.StudyTime,
            Tag.PatientComments,
            Tag.ImageComments,
            Tag.AdditionalPatientHistory,
            Tag.DeviceSerialNumber,
            Tag.RequestingService,
            Tag.RequestedProcedureDescription,
            Tag.PerformedProcedureStepDescription,
            Tag.ProtocolName,
            Tag.FillerOrderNumberImagingServiceRequest,
            Tag.PlacerOrderNumberImagingServiceRequest,
            Tag.CurrentPatientLocation,
            Tag.AdmissionID);

    private IdentifyingTags() {}

    /** Whether an element with this value representation may identify; the whole patient group 0010 does. */
    static boolean contains(int tag, String vr) {
        boolean patientGroup = tag >>> 16 == 0x0010;
        boolean personal = PERSONAL_REPRESENTATIONS.contains(vr) && !HARMLESS.contains(tag);
        return patientGroup || personal || TEXTS.contains(tag);
    }
}
