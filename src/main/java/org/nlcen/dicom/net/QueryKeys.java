package org.nlcen.dicom.net;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;

/** A study query as a data set, and an answer as a study (PS3.4 C.6.2). */
final class QueryKeys {
    private QueryKeys() {}

    static Attributes of(StudyQuery query) {
        Attributes keys = new Attributes();
        keys.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        keys.setString(Tag.QueryRetrieveLevel, VR.CS, "STUDY");
        set(keys, Tag.PatientName, VR.PN, query.patientName());
        set(keys, Tag.PatientID, VR.LO, query.patientId());
        set(keys, Tag.StudyDate, VR.DA, query.studyDate());
        set(keys, Tag.ModalitiesInStudy, VR.CS, query.modality());
        keys.setNull(Tag.StudyInstanceUID, VR.UI);
        keys.setNull(Tag.StudyDescription, VR.LO);
        keys.setNull(Tag.NumberOfStudyRelatedInstances, VR.IS);
        return keys;
    }

    private static void set(Attributes keys, int tag, VR vr, String value) {
        if (value.isBlank()) {
            keys.setNull(tag, vr);
        } else {
            keys.setString(tag, vr, value.strip());
        }
    }

    static RemoteStudy study(Attributes answer) {
        String[] modalities = answer.getStrings(Tag.ModalitiesInStudy);
        String images = answer.getString(Tag.NumberOfStudyRelatedInstances, "");
        return new RemoteStudy(
                answer.getString(Tag.StudyInstanceUID, ""),
                answer.getString(Tag.PatientName, ""),
                answer.getString(Tag.PatientID, ""),
                answer.getString(Tag.StudyDate, ""),
                answer.getString(Tag.StudyDescription, ""),
                modalities == null ? "" : String.join(", ", modalities),
                images.matches("\\d{1,9}") ? Integer.parseInt(images) : -1);
    }
}
