package org.nlcen.app.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import org.nlcen.app.Workspace;
import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.base.Dress;
import org.nlcen.app.base.LongTask;
import org.nlcen.app.base.SaveDialog;
import org.nlcen.app.base.Texts;
import org.nlcen.app.commands.Commands;
import org.nlcen.app.library.LibraryModel;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.library.ShownNames;
import org.nlcen.app.log.AuditLog.Action;
import org.nlcen.dicom.study.Instance;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.ViewTransform;

/** The menu's ways to write what is on the screen, most of them as DICOM files. */
final class DicomCommands {
    private static final ExtensionFilter DICOM = new ExtensionFilter("DICOM", "*.dcm");

    private final Workspace workspace;
    private final LibraryModel library;
    private final BenchModel bench;
    private final BooleanProperty namesHidden;
    private final Supplier<List<Node>> panes;
    private final Supplier<ViewTransform> look;
    private final Texts texts;
    private final SaveDialog saving;

    /**
     * @param panes what a screen capture shows
     * @param look where the image lies in its pane
     */
    DicomCommands(
            Workspace workspace,
            Supplier<List<Node>> panes,
            Supplier<ViewTransform> look,
            Texts texts,
            SaveDialog saving) {
        this.workspace = workspace;
        this.library = workspace.library();
        this.bench = workspace.bench();
        this.namesHidden = workspace.overlay().patientHiddenProperty();
        this.panes = panes;
        this.look = look;
        this.texts = texts;
        this.saving = saving;
    }

    void addTo(Commands commands) {
        BooleanBinding any = library.imageProperty().isNotNull();
        BooleanBinding dicom = Bindings.createBooleanBinding(
                () -> library.image() != null
                        && library.image().frames().header().isPresent(),
                library.imageProperty());
        BooleanBinding several = Bindings.createBooleanBinding(
                () -> library.collection().instances().stream()
                                .filter(Instance::dicom)
                                .count()
                        > 1,
                library.collection().rows());
        BooleanBinding grey =
                Bindings.createBooleanBinding(() -> PresentationExport.fits(library.image()), library.imageProperty());
        commands.add("export", "exportView", "", any, this::view);
        commands.separator();
        commands.add("export", "exportMasks", "", dicom, () -> segmentation(false));
        commands.add("export", "exportProbabilities", "", dicom, () -> segmentation(true));
        commands.add("export", "exportAttacked", "", any, this::attacked);
        commands.add("export", "exportScreen", "", any, this::screen);
        commands.add("export", "exportPresentation", "", grey, this::presentation);
        commands.separator();
        commands.add("export", "deidentify", "", dicom, this::deidentify);
        commands.add("export", "deidentifyAll", "", several, this::deidentifyAll);
    }

    private void segmentation(boolean fractional) {
        if (!DicomExports.canSegment(library.image(), bench)) {
            nothing("written.noAnswer");
            return;
        }
        String command = fractional ? "exportProbabilities" : "exportMasks";
        file(command, "segmentation.dcm", DICOM).ifPresent(target -> {
            DicomExports exports = new DicomExports(library.image(), bench);
            run(
                    command,
                    exports.segmentationAudit(command),
                    task -> exports.writeSegmentation(target, fractional),
                    segments -> texts.get("written.segments", segments, shown(target)));
        });
    }

    private void attacked() {
        boolean shown = bench.columns().stream()
                .anyMatch(column ->
                        column.shown().filter(outcome -> outcome.epsilon() > 0).isPresent());
        if (!shown) {
            nothing("written.noAttacked");
            return;
        }
        saving.folder(texts.title("command.exportAttacked")).ifPresent(folder -> {
            DicomExports exports = new DicomExports(library.image(), bench);
            run(
                    "exportAttacked",
                    exports.attackedAudit("exportAttacked"),
                    task -> exports.writeAttacked(folder),
                    files -> texts.get("written.files", files.size(), shown(folder)));
        });
    }

    private void screen() {
        file("exportScreen", "screen.dcm", DICOM).ifPresent(target -> {
            DicomExports exports = new DicomExports(library.image(), bench);
            PixelBlock picture = capture();
            write(
                    "exportScreen",
                    exports.screenAudit("exportScreen"),
                    target,
                    "written.written",
                    file -> exports.writeScreen(file, picture));
        });
    }

    private void view() {
        ExtensionFilter png = new ExtensionFilter("PNG", "*.png");
        ExtensionFilter tiff = new ExtensionFilter("TIFF", "*.tif", "*.tiff");
        String name =
                ShownNames.forFile(library.image().source(), namesHidden.get(), texts, texts.get("view.fileName"));
        file("exportView", name + ".png", png, tiff).ifPresent(target -> {
            PixelBlock picture = capture();
            Map<String, String> audit = new DicomExports(library.image(), bench).screenAudit("exportView");
            write("exportView", audit, target, "written.written", file -> RasterFiles.write(file, picture));
        });
    }

    private void presentation() {
        file("exportPresentation", "presentation.dcm", DICOM).ifPresent(target -> {
            PresentationExport export = new PresentationExport(library.image(), workspace.desk(), look.get(), texts);
            Map<String, String> audit = Map.of("kind", "exportPresentation");
            write("exportPresentation", audit, target, "written.presentation", export::write);
        });
    }

    private void deidentify() {
        OpenedImage image = library.image();
        file("deidentify", "deidentified.dcm", DICOM).ifPresent(target -> {
            if (image.source().origin().file().filter(target::equals).isPresent()) {
                workspace.notices().add(texts.get("deidentify.itself"));
                return;
            }
            LongTask.run(
                    window(),
                    texts,
                    texts.title("command.deidentify"),
                    task -> Deidentification.one(image.frames().header().orElseThrow(), target),
                    this::deidentified,
                    this::failed);
        });
    }

    private void deidentifyAll() {
        List<Instance> instances = library.collection().instances();
        saving.folder(texts.title("command.deidentifyAll"))
                .ifPresent(folder -> LongTask.run(
                        window(),
                        texts,
                        texts.title("command.deidentifyAll"),
                        task -> Deidentification.all(instances, folder, task::progress, task::cancelled),
                        this::deidentified,
                        this::failed));
    }

    private void deidentified(Deidentification.Result result) {
        result.studies()
                .forEach(study -> workspace.audit().record(Action.EXPORTED, study, Map.of("kind", "deidentify")));
        DeidentificationReport.show(window(), texts, result, saving);
    }

    /** The panes as they are, without patient data whatever the switch says, and below them what they are not for. */
    private PixelBlock capture() {
        boolean before = namesHidden.get();
        namesHidden.set(true);
        PanesPicture picture = new PanesPicture(panes.get());
        namesHidden.set(before);
        return picture.above(researchMark(picture.width()));
    }

    private WritableImage researchMark(double width) {
        Label mark = new Label(texts.get("mark.research"));
        mark.getStyleClass().add("export-mark");
        mark.setMinWidth(width);
        Scene scene = new Scene(mark);
        Dress.as(window(), scene);
        return mark.snapshot(null, null);
    }

    /** Writes one file. */
    private interface Writing {
        void to(Path file) throws IOException;
    }

    private void write(String command, Map<String, String> audit, Path target, String done, Writing writing) {
        run(
                command,
                audit,
                task -> {
                    writing.to(target);
                    return target;
                },
                file -> texts.get(done, shown(file)));
    }

    private <T> void run(String command, Map<String, String> audit, LongTask.Work<T> work, Function<T, String> done) {
        Optional<String> study = workspace.studyUid();
        LongTask.run(
                window(),
                texts,
                texts.title("command." + command),
                work,
                result -> {
                    workspace.audit().record(Action.EXPORTED, study, audit);
                    workspace.notices().tell(texts.get("written.done", done.apply(result)));
                },
                this::failed);
    }

    private void failed(Exception cause) {
        workspace.notices().add(texts.get("written.failed", ShownNames.of(cause, namesHidden.get(), texts)));
    }

    private void nothing(String why) {
        workspace.notices().add(texts.get("written.nothing", texts.get(why)));
    }

    private Optional<Path> file(String command, String name, ExtensionFilter... kinds) {
        return saving.file(texts.title("command." + command), name, kinds);
    }

    private String shown(Path file) {
        return ShownNames.of(file, namesHidden.get(), texts);
    }

    private Window window() {
        return panes.get().get(0).getScene().getWindow();
    }
}
