package org.nlcen.app.viewer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.nlcen.app.base.Texts;
import org.nlcen.app.library.GroundTruth;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.library.ShownNames;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.DicomHeader.BurnedInText;
import org.nlcen.dicom.DisplayText;
import org.nlcen.dicom.study.TemporaryFolders;
import org.nlcen.dicom.study.Unpacked;
import org.nlcen.image.SourceImage;

/** What is known of the image, line by line in a corner of its pane; lines that do not fit wrap. */
final class SourceFacts {
    private final Texts texts;
    private final Label title = new Label();
    private final Label patient = new Label();
    private final Label study = new Label();
    private final Label facts = new Label();
    private final Label truth = new Label();
    private final Label warning = new Label();
    private String directions = "";

    SourceFacts(VBox corner, Texts texts) {
        this.texts = texts;
        title.setId("title");
        title.getStyleClass().add("corner-title");
        warning.getStyleClass().add("corner-warning");
        corner.getChildren().setAll(title, patient, study, facts, truth, warning);
        corner.getChildren().forEach(line -> ((Label) line).setWrapText(true));
    }

    void show(OpenedImage image, boolean patientHidden) {
        SourceImage source = image.source();
        title.setText(ShownNames.of(source, patientHidden, texts));
        facts.setText(factsOf(source));
        truth.setText(truthOf(image, patientHidden));
        Optional<DisplayText> text = image.frames()
                .header()
                .map(DicomHeader::displayText)
                .map(all -> patientHidden ? all.withoutPatient() : all);
        say(patient, text.map(SourceFacts::patientOf).orElse(""));
        Optional<String> exposure = image.frames().header().flatMap(DicomHeader::exposure);
        say(study, text.map(found -> studyOf(found, exposure)).orElse(""));
        say(
                warning,
                image.frames()
                        .header()
                        .map(header -> warningsOf(header, patientHidden))
                        .orElse(""));
        directions = text.flatMap(DisplayText::orientation).orElse("");
    }

    /** Directions of rows and columns as in (0020,0020); empty where they are not known. */
    String directions() {
        return directions;
    }

    /** Shows a text; without one the label takes no room. */
    static void say(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private String truthOf(OpenedImage image, boolean patientHidden) {
        if (image.truth().isEmpty()) {
            return texts.get("source.noTruth");
        }
        GroundTruth truth = image.truth().get();
        if (truth.file().isEmpty()) {
            return texts.get(truth.drawn() ? "source.truthDrawn" : "source.truthExact");
        }
        Path file = truth.file().get();
        // the copy's name is the program's own and would say nothing
        boolean unpacked = TemporaryFolders.holds(file)
                && image.source()
                        .origin()
                        .file()
                        .map(Unpacked::maskOf)
                        .filter(file::equals)
                        .isPresent();
        return unpacked
                ? texts.get("source.truthUnpacked")
                : texts.get("source.truth", ShownNames.of(file, patientHidden, texts));
    }

    private static String patientOf(DisplayText text) {
        return Stream.of(text.patientName(), text.patientId(), text.birthDate(), text.sex())
                .flatMap(Optional::stream)
                .collect(Collectors.joining("  "));
    }

    private static String studyOf(DisplayText text, Optional<String> exposure) {
        return Stream.of(
                        text.modality(),
                        text.bodyPart(),
                        text.viewPosition(),
                        text.laterality(),
                        exposure,
                        text.studyDate())
                .flatMap(Optional::stream)
                .collect(Collectors.joining("  "));
    }

    private String warningsOf(DicomHeader header, boolean patientHidden) {
        List<String> warnings = new ArrayList<>();
        BurnedInText burnedIn = header.burnedInText();
        if (burnedIn == BurnedInText.YES || patientHidden && burnedIn == BurnedInText.LIKELY) {
            warnings.add(texts.get("source.burnedIn." + burnedIn));
        }
        if (header.beginsLikeProgram()) {
            warnings.add(texts.get("source.program"));
        }
        return String.join("\n", warnings);
    }

    private String factsOf(SourceImage source) {
        String size = texts.get("source.size", String.valueOf(source.width()), String.valueOf(source.height()));
        String spacing = source.spacing()
                .map(mm -> " · " + texts.get("source.spacing", texts.number(mm.columnMm(), 3)))
                .orElse("");
        return size + " · " + ShownNames.format(source, texts) + spacing;
    }
}
