package org.nlcen.app.base;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/**
 * Asks where something is written. Begins where the last thing was written, gives the name its ending, and asks before a file is
 * replaced that the system's own window could not know of. For the window's thread.
 */
public final class SaveDialog {
    private final Texts texts;
    private final Supplier<Window> owner;
    private Path folder = Path.of(System.getProperty("user.home"));

    public SaveDialog(Texts texts, Supplier<Window> owner) {
        this.texts = texts;
        this.owner = owner;
    }

    /** The window that asks. */
    public Window window() {
        return owner.get();
    }

    /** A file in the folder of the last one; see {@link #file(String, String, Optional, ExtensionFilter...)}. */
    public Optional<Path> file(String title, String name, ExtensionFilter... kinds) {
        return file(title, name, Optional.empty(), kinds);
    }

    /**
     * Lets the user choose a file.
     *
     * @param name the file's name as long as the user chooses no other
     * @param place where to begin; empty for the folder of the last file
     * @param kinds at least one; the first is chosen at first
     * @return absolute, with the ending of one of the kinds; empty where the user gave up
     */
    public Optional<Path> file(String title, String name, Optional<Path> place, ExtensionFilter... kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().addAll(kinds);
        place.or(() -> Optional.of(folder))
                .filter(Files::isDirectory)
                .map(Path::toFile)
                .ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showSaveDialog(owner.get());
        if (chosen == null) {
            return Optional.empty();
        }
        Path path = chosen.toPath().toAbsolutePath();
        ExtensionFilter kind =
                Optional.ofNullable(chooser.getSelectedExtensionFilter()).orElse(kinds[0]);
        List<String> endings = Arrays.stream(kinds)
                .flatMap(one -> one.getExtensions().stream())
                .map(pattern -> pattern.substring(1))
                .toList();
        Path whole = withEnding(path, endings, kind.getExtensions().get(0).substring(1));
        folder = whole.getParent();
        boolean asked = whole.equals(path) || !Files.exists(whole) || mayReplace(whole);
        return Optional.of(whole).filter(file -> asked);
    }

    /** Lets the user choose a folder; empty where the user gave up. */
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        Optional.of(folder).filter(Files::isDirectory).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        Optional<Path> chosen = Optional.ofNullable(chooser.showDialog(owner.get()))
                .map(File::toPath)
                .map(Path::toAbsolutePath);
        chosen.ifPresent(place -> folder = place);
        return chosen;
    }

    /**
     * The path with an ending a reader will know it by.
     *
     * @param known endings that are left as they are, as in ".tiff"
     * @param usual the ending of a name that has none of them
     */
    static Path withEnding(Path path, List<String> known, String usual) {
        String name = path.getFileName().toString();
        boolean ends = known.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
        return ends ? path : path.resolveSibling(name + usual);
    }

    private boolean mayReplace(Path file) {
        String question = texts.get("save.exists", file.getFileName());
        return Question.ask(owner.get(), texts, texts.get("save.existsTitle"), question, texts.get("save.replace"));
    }
}
