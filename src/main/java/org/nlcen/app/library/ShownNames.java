package org.nlcen.app.library;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import org.nlcen.app.base.Texts;
import org.nlcen.app.library.LibraryModel.Failure;
import org.nlcen.image.SourceImage;

/**
 * What files are called on the screen and in what is written. People name files after patients, so under the privacy
 * switch a file is called by its kind; synthetic images keep their names.
 */
public final class ShownNames {
    private static final Pattern PATH = Pattern.compile("[/\\\\]");

    private ShownNames() {}

    /** Name of an image. */
    public static String of(SourceImage image, boolean hidden, Texts texts) {
        return Phantoms.of(image)
                .map(phantom -> phantom.name(texts))
                .orElseGet(() ->
                        hidden ? texts.get("library.hiddenName", image.origin().format()) : image.name());
    }

    /**
     * A name for a file made of an image, without ending: the image's own name goes before, unless names are hidden.
     *
     * @param what the file is, such as "report"
     */
    public static String forFile(SourceImage image, boolean hidden, Texts texts, String what) {
        if (hidden) {
            return what;
        }
        String name = of(image, false, texts);
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 && image.origin().file().isPresent() ? name.substring(0, dot) : name;
        return stem.replaceAll("[^\\p{L}\\p{N}_.-]+", "-") + "-" + what;
    }

    /** What kind of file an image is from: "PNG", "DICOM", "phantom". */
    public static String format(SourceImage image, Texts texts) {
        return Phantoms.of(image).isPresent()
                ? texts.get("phantom.format")
                : image.origin().format();
    }

    /** Name of a file. */
    public static String of(Path file, boolean hidden, Texts texts) {
        Path name = file.getFileName();
        return hidden ? texts.get("library.hiddenFile") : name == null ? file.toString() : name.toString();
    }

    /** Why something was not opened. */
    public static String of(Failure failure, boolean hidden, Texts texts) {
        if (failure.equals(Failure.NOTHING)) {
            return texts.get("library.nothingOpened");
        }
        String name = hidden ? texts.get("library.hiddenFile") : failure.name();
        String why = ReasonTexts.of(failure.detail(), texts);
        return name.isEmpty() ? why : name + ": " + why;
    }

    /**
     * Why a file was not written. Systems name the file in what they say, with its folders: under the privacy switch only a reason
     * that names none is left of it.
     */
    public static String of(Exception cause, boolean hidden, Texts texts) {
        if (!hidden) {
            return String.valueOf(cause.getMessage());
        }
        if (cause instanceof AccessDeniedException) {
            return texts.get("library.denied");
        }
        String reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        boolean harmless = reason != null
                && !(cause instanceof FileNotFoundException)
                && !PATH.matcher(reason).find();
        return harmless ? reason : texts.get("library.hiddenReason");
    }

    /** The ending of a sentence on what is being read: its name, or nothing. */
    public static Optional<String> reading(Optional<String> name, boolean hidden) {
        return name.map(text -> hidden ? "" : text);
    }
}
