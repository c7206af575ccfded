package org.nlcen.app.drawing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import org.nlcen.app.base.Dress;
import org.nlcen.app.base.SaveDialog;
import org.nlcen.app.base.Texts;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.library.ShownNames;
import org.nlcen.dicom.study.TemporaryFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks where a drawn ground truth goes, and whether it goes anywhere before it is lost. */
public final class DrawingSaver {
    private static final Logger LOG = LoggerFactory.getLogger(DrawingSaver.class);

    private final DrawingModel model;
    private final Supplier<Window> owner;
    private final SaveDialog saving;
    private final BooleanSupplier patientHidden;
    private final Consumer<String> problem;
    private final Texts texts;

    /**
     * @param patientHidden whether names of files are hidden
     * @param problem takes a sentence for the user
     */
    public DrawingSaver(
            DrawingModel model,
            Supplier<Window> owner,
            SaveDialog saving,
            BooleanSupplier patientHidden,
            Consumer<String> problem,
            Texts texts) {
        this.patientHidden = patientHidden;
        this.model = model;
        this.owner = owner;
        this.saving = saving;
        this.problem = problem;
        this.texts = texts;
    }

    /** Lets the user choose a file and writes it in the background. */
    public void save() {
        choose().ifPresent(target -> model.write(target, this::refused));
    }

    /** Whether what is drawn may be lost: saved, or the user says so. */
    public boolean mayBeLost() {
        if (!model.unsavedProperty().get()) {
            return true;
        }
        ButtonType save = new ButtonType(texts.get("draw.saveNow"), ButtonData.YES);
        ButtonType discard = new ButtonType(texts.get("draw.discard"), ButtonData.NO);
        ButtonType cancel = new ButtonType(texts.get("draw.keep"), ButtonData.CANCEL_CLOSE);
        Alert question = new Alert(Alert.AlertType.NONE, texts.get("draw.question"), save, discard, cancel);
        question.initOwner(owner.get());
        question.setTitle(texts.get("draw.questionTitle"));
        Dress.as(owner.get(), question.getDialogPane());
        ButtonType answer = question.showAndWait().orElse(cancel);
        return answer == discard || answer == save && saveAndWait();
    }

    private boolean saveAndWait() {
        Optional<Path> target = choose();
        if (target.isEmpty() || model.truth().isEmpty()) {
            return false;
        }
        try {
            model.writeNow(target.get());
            return true;
        } catch (IOException e) {
            // the message names the file, and with it perhaps a patient
            LOG.error("The drawn mask cannot be written: {}", e.getClass().getName());
            refused(e);
            return false;
        }
    }

    private Optional<Path> choose() {
        OpenedImage image = model.image();
        String name = ShownNames.of(image.source(), false, texts);
        int dot = name.lastIndexOf('.');
        List<ExtensionFilter> kinds = new ArrayList<>();
        kinds.add(new ExtensionFilter(texts.get("draw.png"), "*.png"));
        kinds.add(new ExtensionFilter(texts.get("draw.tiff"), "*.tif", "*.tiff"));
        if (DrawingFiles.canSegment(image)) {
            kinds.add(new ExtensionFilter(texts.get("draw.seg"), "*.dcm"));
        }
        // a mask beside its image is found with it later, unless it is a copy that is deleted at the end
        Optional<Path> beside = image.source()
                .origin()
                .file()
                .filter(file -> !TemporaryFolders.holds(file))
                .map(Path::getParent);
        return saving.file(
                texts.title("command.saveTruth"),
                (dot > 0 ? name.substring(0, dot) : name) + "_mask.png",
                beside,
                kinds.toArray(ExtensionFilter[]::new));
    }

    private void refused(IOException cause) {
        problem.accept(texts.get("draw.notSaved", ShownNames.of(cause, patientHidden.getAsBoolean(), texts)));
    }
}
