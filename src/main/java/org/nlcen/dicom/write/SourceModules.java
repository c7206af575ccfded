package org.nlcen.dicom.write;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;

/** Attributes of patient and study that an object derived from an image takes over. */
final class SourceModules {
    static final int[] OPTIONAL = {
        Tag.SpecificCharacterSet,
        Tag.TimezoneOffsetFromUTC,
        Tag.StudyDescription,
        Tag.PatientIdentityRemoved,
        Tag.DeidentificationMethod
    };
    static final int[] TYPE_2 = {
        Tag.PatientName,
        Tag.PatientID,
        Tag.PatientBirthDate,
        Tag.PatientSex,
        Tag.StudyInstanceUID,
        Tag.StudyDate,
        Tag.StudyTime,
        Tag.ReferringPhysicianName,
        Tag.StudyID,
        Tag.AccessionNumber
    };

    private SourceModules() {}

    static void requireStudy(Attributes data) {
        if (!data.containsValue(Tag.StudyInstanceUID)) {
            data.setString(Tag.StudyInstanceUID, VR.UI, Uids.next());
        }
    }
}
