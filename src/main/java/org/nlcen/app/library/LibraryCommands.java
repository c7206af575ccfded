package org.nlcen.app.library;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.stage.DirectoryChooser;

import org.nlcen.app.base.Texts;
import org.nlcen.app.commands.Commands;

/** What can be done with folders and lists of images. */
public final class LibraryCommands {
    private final LibraryModel library;
    private final LibraryStrip strip;
    private final Texts texts;

    public LibraryCommands(LibraryModel library, LibraryStrip strip, Texts texts) {
        this.library = library;
        this.strip = strip;
        this.texts = texts;
    }

    /** Ways to open several images. */
    public void addOpening(Commands commands) {
        commands.add("file", "openFolder", "Shortcut+Shift+O", this::chooseFolder);
        CollectionModel collection = library.collection();
        BooleanBinding any = Bindings.createBooleanBinding(
                collection::worthShowing, collection.openedProperty(), collection.skipped());
        commands.add("file", "loadReport", "", any, strip::showReport);
    }

    /** Ways through the list. */
    public void addBrowsing(Commands commands) {
        commands.addSwitch("view", "library", "Shortcut+L", strip.wantedProperty());
        commands.add("view", "previousImage", "PAGE_UP", () -> library.step(-1));
        commands.add("view", "nextImage", "PAGE_DOWN", () -> library.step(1));
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("command.openFolder"));
        Optional<Path> last = library.recent().files().stream().findFirst();
        last.map(Path::getParent).map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        File folder = chooser.showDialog(strip.view().getScene().getWindow());
        if (folder != null) {
            library.open(List.of(folder.toPath()));
        }
    }
}
