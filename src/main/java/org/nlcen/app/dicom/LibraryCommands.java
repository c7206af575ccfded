package org.nlcen.app.dicom;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

import org.nlcen.app.Workspace;
import org.nlcen.app.archive.ArchiveWindow;
import org.nlcen.app.base.SaveDialog;
import org.nlcen.app.base.Texts;
import org.nlcen.app.commands.Commands;
import org.nlcen.app.library.CollectionModel;
import org.nlcen.app.library.LibraryModel;
import org.nlcen.app.library.LibraryStrip;
import org.nlcen.app.tags.TagsWindow;
import org.nlcen.image.ViewTransform;

/** What can be done with folders and lists of images. */
public final class LibraryCommands {
    private final LibraryModel library;
    private final LibraryStrip strip;
    private final TagsWindow tags;
    private final DicomCommands writing;
    private final ArchiveWindow archive;
    private final Texts texts;

    /**
     * @param panes what a screen capture shows
     * @param look where the image lies in its pane
     */
    public LibraryCommands(
            Workspace workspace,
            LibraryStrip strip,
            Supplier<List<Node>> panes,
            Supplier<ViewTransform> look,
            Texts texts,
            SaveDialog saving) {
        BooleanProperty hidden = workspace.overlay().patientHiddenProperty();
        this.library = workspace.library();
        this.strip = strip;
        this.tags = new TagsWindow(library, hidden, texts);
        this.writing = new DicomCommands(workspace, panes, look, texts, saving);
        this.archive = new ArchiveWindow(workspace, texts);
        this.texts = texts;
    }

    /** Ways to open several images. */
    public void addOpening(Commands commands) {
        commands.add("file", "openFolder", "Shortcut+D", this::chooseFolder);
        CollectionModel collection = library.collection();
        BooleanBinding any = Bindings.createBooleanBinding(
                collection::worthShowing, collection.openedProperty(), collection.skipped());
        commands.add("file", "archive", "Shortcut+Shift+A", () -> archive.show(window()));
        commands.add("file", "loadReport", "", any, strip::showReport);
    }

    /** Ways through the list. */
    public void addBrowsing(Commands commands) {
        commands.addSwitch("view", "library", "Shortcut+L", strip.wantedProperty());
        commands.add("view", "previousImage", "PAGE_UP", () -> library.step(-1));
        commands.add("view", "nextImage", "PAGE_DOWN", () -> library.step(1));
        BooleanBinding dicom = Bindings.createBooleanBinding(
                () -> library.image() != null
                        && library.image().frames().header().isPresent(),
                library.imageProperty());
        commands.add("view", "tags", "Shortcut+I", dicom, () -> tags.show(window()));
    }

    /** Ways to write DICOM files. */
    public void addWriting(Commands commands) {
        writing.addTo(commands);
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.title("command.openFolder"));
        Optional<Path> last = library.recent().files().stream().findFirst();
        last.map(Path::getParent).map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        File folder = chooser.showDialog(window());
        if (folder != null) {
            library.open(List.of(folder.toPath()));
        }
    }

    private Window window() {
        return strip.view().getScene().getWindow();
    }
}
