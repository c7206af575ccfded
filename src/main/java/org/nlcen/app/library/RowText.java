package org.nlcen.app.library;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.nlcen.app.base.Texts;
import org.nlcen.app.library.CollectionModel.ImageRow;
import org.nlcen.app.library.CollectionModel.Row;
import org.nlcen.app.library.CollectionModel.StudyRow;
import org.nlcen.dicom.DisplayText;
import org.nlcen.dicom.study.Instance;

/**
 * What a line of the list says.
 *
 * @param title its first line
 * @param detail further lines, each once and none empty
 */
record RowText(String title, List<String> detail) {

    /** @param hidden whether nothing may tell who the patient is; lines then differ by date, modality and number */
    static RowText of(Row row, boolean hidden, Texts texts) {
        return row instanceof StudyRow study ? of(study, hidden, texts) : of((ImageRow) row, hidden, texts);
    }

    private static RowText of(StudyRow row, boolean hidden, Texts texts) {
        DisplayText text = row.study().text();
        if (row.study().uid().isEmpty() && text.modality().isEmpty()) {
            return new RowText(texts.get("library.pictures"), List.of());
        }
        String number = texts.get("library.study", row.number());
        String title = hidden ? number : text.patientName().or(text::patientId).orElse(number);
        Optional<String> description = hidden ? Optional.empty() : text.studyDescription();
        String modalities = row.study().series().stream()
                .map(series -> series.modality())
                .filter(modality -> !modality.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        String facts = Stream.of(text.studyDate(), Optional.of(modalities).filter(all -> !all.isEmpty()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        return new RowText(title, lines(facts, description.orElse("")));
    }

    private static RowText of(ImageRow row, boolean hidden, Texts texts) {
        Instance first = row.instances().get(0);
        String number = texts.get("library.image", row.number());
        String count = row.instances().size() > 1
                ? texts.get("library.images", row.instances().size())
                : first.frames() > 1 ? texts.get("library.frames", first.frames()) : "";
        if (!first.dicom()) {
            return new RowText(hidden ? number : first.name(), lines(count));
        }
        String modality = row.series().modality();
        String title = modality.isEmpty() ? number : modality + " · " + number;
        return new RowText(
                row.instances().size() > 1 ? modality : title,
                lines(row.series().description(), count));
    }

    private static List<String> lines(String... candidates) {
        return Stream.of(candidates).filter(line -> !line.isBlank()).toList();
    }
}
