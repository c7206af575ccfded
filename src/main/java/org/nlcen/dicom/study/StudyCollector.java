package org.nlcen.dicom.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aoju.bus.image.Tag;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.DisplayText;

/** Sorts instances into series and studies. */
final class StudyCollector {
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<Instance> pictures = new ArrayList<>();

    /** A study in the making. */
    private static final class Draft {
        private final DisplayText text;
        private final Map<String, Series> heads = new LinkedHashMap<>();
        private final Map<String, List<Instance>> instances = new LinkedHashMap<>();

        Draft(DisplayText text) {
            this.text = text;
        }
    }

    void add(DicomHeader header, Path file, String name, int frames) {
        String study = header.text(Tag.StudyInstanceUID).orElse("");
        String series = header.text(Tag.SeriesInstanceUID).orElse("");
        DisplayText text = header.displayText();
        Draft draft = drafts.computeIfAbsent(study, uid -> new Draft(text));
        draft.heads.computeIfAbsent(
                series,
                uid -> new Series(
                        uid,
                        text.modality().orElse(""),
                        text.seriesDescription().orElse(""),
                        header.number(Tag.SeriesNumber),
                        List.of()));
        draft.instances
                .computeIfAbsent(series, uid -> new ArrayList<>())
                .add(new Instance(file, name, header.number(Tag.InstanceNumber), frames, true));
    }

    void addPicture(Instance picture) {
        pictures.add(picture);
    }

    List<Study> studies() {
        List<Study> studies = new ArrayList<>();
        drafts.forEach((uid, draft) -> studies.add(new Study(uid, draft.text, series(draft))));
        if (!pictures.isEmpty()) {
            Series all = new Series("", "", "", 0, pictures);
            studies.add(new Study("", nothing(), List.of(all)));
        }
        return studies;
    }

    private static List<Series> series(Draft draft) {
        Comparator<Instance> order = Comparator.comparingInt(Instance::number).thenComparing(Instance::name);
        return draft.heads.values().stream()
                .map(head -> new Series(
                        head.uid(),
                        head.modality(),
                        head.description(),
                        head.number(),
                        draft.instances.get(head.uid()).stream().sorted(order).toList()))
                .sorted(Comparator.comparingInt(Series::number))
                .toList();
    }

    private static DisplayText nothing() {
        Optional<String> none = Optional.empty();
        return new DisplayText(
                none, none, none, none, none, none, none, none, none, none, none, none, none, none, none);
    }
}
