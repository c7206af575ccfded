package org.nlcen.app.preferences;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import org.nlcen.image.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is remembered between two starts, as a readable JSON file. A file that is missing gives the defaults; one that is
 * damaged is put aside under another name and gives the defaults too.
 */
public final class Preferences {
    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    /** The values; names and defaults are those of the file. */
    public static final class Values {
        /** "dark" or "light". */
        public String theme = "dark";

        /** A language tag such as "de"; empty for the system's. */
        public String language = "";

        /** Version of the statement of use that was accepted; 0 for none. */
        public int acceptedStatement;

        public double windowWidth = 1280;
        public double windowHeight = 800;
        public boolean maximized;
        public boolean showSidePanel = true;
        public boolean showOverlay = true;
        public boolean hideNames;
        public List<String> recentFiles = new ArrayList<>();

        /** Ids of networks taken off the bench. */
        public List<String> hiddenModels = new ArrayList<>();

        /** Names of the bench's rows; empty for the usual ones. */
        public List<String> benchRows = new ArrayList<>();

        /** Windows the user made for grey images. */
        public List<SavedWindow> windows = new ArrayList<>();
    }

    /** A window with a name. */
    public static final class SavedWindow {
        public String name = "";
        public double center;
        public double width = 1;
    }

    private final Path file;
    private final Values values;

    private Preferences(Path file, Values values) {
        this.file = file;
        this.values = values;
    }

    /** Reads the file; never fails. */
    public static Preferences load(Path file) {
        if (!Files.exists(file)) {
            return new Preferences(file, new Values());
        }
        try {
            Values values = GSON.fromJson(Files.readString(file, StandardCharsets.UTF_8), Values.class);
            return new Preferences(file, values == null ? new Values() : values);
        } catch (IOException | JsonParseException e) {
            LOG.warn("The preferences cannot be read; starting with the defaults", e);
            putAside(file);
            return new Preferences(file, new Values());
        }
    }

    public Values values() {
        return values;
    }

    /** Writes the file whole or not at all; a failure is logged, since nobody waits for it. */
    public void save() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] json = GSON.toJson(values).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(file, out -> out.write(json));
        } catch (IOException e) {
            LOG.warn("The preferences cannot be written", e);
        }
    }

    private static void putAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The damaged preferences cannot be put aside", e);
        }
    }
}
