package org.nlcen.app.dicom;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.base.LongTask;
import org.nlcen.app.base.Message;
import org.nlcen.app.base.Texts;
import org.nlcen.app.commands.Commands;
import org.nlcen.app.library.LibraryModel;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.tools.ToolDesk;
import org.nlcen.dicom.study.Instance;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.ViewTransform;

/** The menu's ways to write DICOM files. */
final class DicomCommands {
    private static final ExtensionFilter DICOM = new ExtensionFilter("DICOM", "*.dcm");

    private final LibraryModel library;
    private final BenchModel bench;
    private final BooleanProperty namesHidden;
    private final Node panes;
    private final ToolDesk desk;
    private final Supplier<ViewTransform> look;
    private final Texts texts;

    /**
     * @param namesHidden the privacy switch
     * @param panes what a screen capture shows
     * @param look where the image lies in its pane
     */
    DicomCommands(
            LibraryModel library,
            BenchModel bench,
            BooleanProperty namesHidden,
            Node panes,
            ToolDesk desk,
            Supplier<ViewTransform> look,
            Texts texts) {
        this.library = library;
        this.bench = bench;
        this.namesHidden = namesHidden;
        this.panes = panes;
        this.desk = desk;
        this.look = look;
        this.texts = texts;
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
        commands.separator();
        commands.add("file", "exportView", "", any, this::view);
        commands.add("file", "exportMasks", "", dicom, () -> segmentation(false));
        commands.add("file", "exportProbabilities", "", dicom, () -> segmentation(true));
        commands.add("file", "exportAttacked", "", any, this::attacked);
        commands.add("file", "exportScreen", "", any, this::screen);
        commands.add("file", "exportPresentation", "", grey, this::presentation);
        commands.add("file", "deidentify", "", dicom, this::deidentify);
        commands.add("file", "deidentifyAll", "", several, this::deidentifyAll);
    }

    private void segmentation(boolean fractional) {
        OpenedImage image = library.image();
        if (!DicomExports.canSegment(image, bench)) {
            tell("written.noAnswer");
            return;
        }
        DicomExports exports = new DicomExports(image, bench);
        Path target = chooseFile(fractional ? "exportProbabilities" : "exportMasks", "segmentation.dcm", DICOM);
        if (target != null) {
            run(
                    fractional ? "exportProbabilities" : "exportMasks",
                    task -> exports.writeSegmentation(target, fractional),
                    segments -> texts.get("written.segments", segments, target.getFileName()));
        }
    }

    private void attacked() {
        boolean shown = bench.columns().stream()
                .anyMatch(column ->
                        column.shown().filter(outcome -> outcome.epsilon() > 0).isPresent());
        if (!shown) {
            tell("written.noAttacked");
            return;
        }
        DicomExports exports = new DicomExports(library.image(), bench);
        Path folder = chooseFolder("exportAttacked");
        if (folder != null) {
            run(
                    "exportAttacked",
                    task -> exports.writeAttacked(folder),
                    files -> texts.get("written.files", files.size(), folder.getFileName()));
        }
    }

    private void screen() {
        DicomExports exports = new DicomExports(library.image(), bench);
        PixelBlock picture = capture();
        Path target = chooseFile("exportScreen", "screen.dcm", DICOM);
        write("exportScreen", target, "written.written", file -> exports.writeScreen(file, picture));
    }

    private void view() {
        PixelBlock picture = capture();
        Path target = chooseFile(
                "exportView",
                texts.get("view.fileName") + ".png",
                new ExtensionFilter("PNG", "*.png"),
                new ExtensionFilter("TIFF", "*.tif", "*.tiff"));
        write("exportView", target, "written.written", file -> RasterFiles.write(file, picture));
    }

    private void presentation() {
        PresentationExport export = new PresentationExport(library.image(), desk, look.get(), texts);
        Path target = chooseFile("exportPresentation", "presentation.dcm", DICOM);
        write("exportPresentation", target, "written.presentation", export::write);
    }

    private void deidentify() {
        OpenedImage image = library.image();
        Path target = chooseFile("deidentify", "deidentified.dcm", DICOM);
        if (target == null) {
            return;
        }
        boolean itself = image.source().origin().file().filter(target::equals).isPresent();
        if (itself) {
            tell("deidentify.itself");
            return;
        }
        LongTask.run(
                window(),
                texts,
                texts.get("command.deidentify"),
                task -> Deidentification.one(image.frames().header().orElseThrow(), target),
                result -> DeidentificationReport.show(window(), texts, result),
                this::failed);
    }

    private void deidentifyAll() {
        List<Instance> instances = library.collection().instances();
        Path folder = chooseFolder("deidentifyAll");
        if (folder != null) {
            LongTask.run(
                    window(),
                    texts,
                    texts.get("command.deidentifyAll"),
                    task -> Deidentification.all(instances, folder, task::progress, task::cancelled),
                    result -> DeidentificationReport.show(window(), texts, result),
                    this::failed);
        }
    }

    /** The panes as they are, without patient data whatever the switch says. */
    private PixelBlock capture() {
        boolean before = namesHidden.get();
        namesHidden.set(true);
        WritableImage picture = panes.snapshot(null, null);
        namesHidden.set(before);
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        PixelReader reader = picture.getPixelReader();
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int argb = reader.getArgb(x, y);
                int at = 3 * (y * width + x);
                rgb[at] = (byte) (argb >> 16);
                rgb[at + 1] = (byte) (argb >> 8);
                rgb[at + 2] = (byte) argb;
            }
        }
        return PixelBlock.ofBytes(width, height, 3, rgb);
    }

    /** Writes one file. */
    private interface Writing {
        void to(Path file) throws IOException;
    }

    /** @param target null where the user chose none */
    private void write(String command, Path target, String done, Writing writing) {
        if (target != null) {
            run(
                    command,
                    task -> {
                        writing.to(target);
                        return target;
                    },
                    file -> texts.get(done, file.getFileName()));
        }
    }

    private <T> void run(String command, LongTask.Work<T> work, Function<T, String> done) {
        String title = texts.get("command." + command);
        LongTask.run(
                window(),
                texts,
                title,
                work,
                result -> Message.show(window(), texts, texts.get("written.done"), done.apply(result)),
                this::failed);
    }

    private void failed(Exception cause) {
        Message.show(
                window(),
                texts,
                texts.get("written.failed"),
                texts.get("written.why", String.valueOf(cause.getMessage())));
    }

    private void tell(String key) {
        Message.show(window(), texts, texts.get("written.nothing"), texts.get(key));
    }

    private Path chooseFile(String command, String name, ExtensionFilter... kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("command." + command));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().addAll(kinds);
        File file = chooser.showSaveDialog(window());
        if (file == null) {
            return null;
        }
        ExtensionFilter kind = chooser.getSelectedExtensionFilter();
        boolean ending = file.getName().contains(".") || kind == null;
        Path path = file.toPath().toAbsolutePath();
        return ending
                ? path
                : path.resolveSibling(
                        file.getName() + kind.getExtensions().get(0).substring(1));
    }

    private Path chooseFolder(String command) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("command." + command));
        File folder = chooser.showDialog(window());
        return folder == null ? null : folder.toPath().toAbsolutePath();
    }

    private Window window() {
        return panes.getScene().getWindow();
    }
}
