package org.nlcen.app.archive;

import java.util.Locale;

import org.nlcen.app.base.Texts;
import org.nlcen.dicom.net.RemoteStudy;

/**
 * What a line of the archive's answers says.
 *
 * @param patient name, or a number while names are hidden
 * @param id the hospital's number, empty while names are hidden
 * @param date as YYYY-MM-DD
 * @param images how many, empty where the archive does not say
 */
record StudyText(String patient, String id, String date, String modalities, String description, String images) {

    /** @param place of the study in the list, from 1 */
    static StudyText of(RemoteStudy study, int place, boolean hidden, Texts texts) {
        String name =
                study.patientName().replaceFirst("\\^", ", ").replace("^", " ").replaceAll("[, ]+$", "");
        return new StudyText(
                hidden ? texts.get("library.study", place) : name,
                hidden ? "" : study.patientId(),
                date(study.studyDate()),
                study.modalities(),
                hidden ? "" : study.description(),
                study.images() < 0 ? "" : String.format(Locale.ROOT, "%d", study.images()));
    }

    private static String date(String raw) {
        return raw.matches("\\d{8}") ? raw.substring(0, 4) + "-" + raw.substring(4, 6) + "-" + raw.substring(6) : raw;
    }
}
