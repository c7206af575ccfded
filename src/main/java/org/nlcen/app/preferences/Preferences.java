package org.nlcen.app.preferences;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import org.nlcen.app.base.FileGuard;
import org.nlcen.image.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is remembered between two starts, as a readable JSON file. A file that is missing gives the defaults; one that is
 * damaged or cannot be read is put aside under another name and gives the defaults too. Several running programs may share the file: each
 * writes only what it changed itself.
 */
public final class Preferences {
    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
    private static final long MOST_BYTES = 4 << 20;

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

        /** Ids of networks put on the bench that are not there by themselves. */
        public List<String> shownModels = new ArrayList<>();

        /** Names of the bench's rows; empty for the usual ones. */
        public List<String> benchRows = new ArrayList<>();

        /** Windows the user made for grey images. */
        public List<SavedWindow> windows = new ArrayList<>();

        /** Archives to ask for images. */
        public List<SavedArchive> archives = new ArrayList<>();

        /** Keys the user chose: id of a command and its keys as in "Shortcut+O", empty for none. */
        public Map<String, String> shortcuts = new LinkedHashMap<>();

        /** How an image is first shown: "file", "automatic" or "full". */
        public String firstWindow = "file";

        /** Another folder of networks; empty for the installed one. */
        public String modelsFolder = "";

        /** Threads the networks may use; 0 for as many as there are cores. */
        public int threads;

        /** Whether a graphics card must not shorten factors to TF32. */
        public boolean fullPrecision;

        /** Part of the computer's memory for pictures, in percent; 0 for the launcher's own choice. */
        public int memoryPercent;

        /** Whether what is opened, attacked and exported is written to the audit log. */
        public boolean audit = true;

        /** Seconds between two savings of the work at hand; 0 for never. */
        public int autosaveSeconds = 5;

        /** Size of everything in the window, in percent. */
        public int zoomPercent = 100;

        /** Width of a screen point in millimetres as the user calibrated it; 0 before that. */
        public double screenMmPerPoint;

        /** How structures are drawn on the image, by network; "truth" for the ground truth. */
        public Map<String, SavedOverlay> overlays = new LinkedHashMap<>();

        /** Diameter of the drawing brush in screen points. */
        public double brushSize = 24;
    }

    /** How a structure is drawn. */
    public static final class SavedOverlay {
        /** As "#56b4e9"; empty for the network's own. */
        public String color = "";

        public double opacity = 1;

        /** "OUTLINE", "FILL" or "BOTH". */
        public String mode = "OUTLINE";

        public boolean visible = true;
    }

    /** A window with a name. */
    public static final class SavedWindow {
        public String name = "";
        public double center;
        public double width = 1;

        public static SavedWindow of(String name, double center, double width) {
            SavedWindow window = new SavedWindow();
            window.name = name;
            window.center = center;
            window.width = width;
            return window;
        }
    }

    private final Path file;
    private final Values values;
    private JsonObject base;
    private Optional<Problem> problem;

    /** What went wrong with the file, for a message to the user. */
    public enum Trouble {
        /** It could not be understood and was put aside; the defaults hold. */
        DAMAGED,
        /** It could not be read and was put aside, or else is left as it is; the defaults hold. */
        UNREADABLE,
        /** It could not be written. */
        NOT_SAVED
    }

    /**
     * A trouble with its file.
     *
     * @param file where the damaged or unreadable file lies now, else the file itself
     */
    public record Problem(Trouble trouble, Path file) {}

    private Preferences(Path file, Values values, Optional<Problem> problem) {
        this.file = file;
        this.values = values;
        this.base = GSON.toJsonTree(values).getAsJsonObject();
        this.problem = problem;
    }

    /** Reads the file; never fails. */
    public static Preferences load(Path file) {
        if (!Files.exists(file)) {
            return fresh(file, Optional.empty());
        }
        try {
            JsonObject read = read(file);
            Values values = PreferenceRules.sane(GSON.fromJson(read, Values.class));
            return new Preferences(file, values, Optional.empty());
        } catch (IOException e) {
            LOG.warn("The preferences cannot be read; starting with the defaults", e);
            return fresh(file, Optional.of(new Problem(Trouble.UNREADABLE, putAside(file, ".unreadable"))));
        } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
            LOG.warn("The preferences cannot be understood; starting with the defaults", e);
            return fresh(file, Optional.of(new Problem(Trouble.DAMAGED, putAside(file, ".damaged"))));
        }
    }

    private static Preferences fresh(Path file, Optional<Problem> problem) {
        return new Preferences(file, new Values(), problem);
    }

    public Values values() {
        return values;
    }

    /** Where they are kept. */
    public Path file() {
        return file;
    }

    /** What went wrong lately, until the next success. */
    public Optional<Problem> problem() {
        return problem;
    }

    /**
     * Writes the file whole or not at all, what other programs changed meanwhile kept; a file that cannot be read is never
     * replaced. A failure is logged, once, and stands in {@link #problem()}.
     */
    public void save() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileGuard.with(file, this::replace);
            problem = Optional.empty();
        } catch (IOException e) {
            Problem now = new Problem(Trouble.NOT_SAVED, file);
            if (!problem.equals(Optional.of(now))) {
                LOG.warn("The preferences cannot be written", e);
            }
            problem = Optional.of(now);
        }
    }

    private void replace() throws IOException {
        JsonObject mine = GSON.toJsonTree(values).getAsJsonObject();
        JsonObject merged = PreferenceRules.merge(base, mine, others());
        byte[] json = GSON.toJson(merged).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(json));
        base = mine;
    }

    /**
     * What lies in the file now; what cannot be understood counts as not there.
     *
     * @throws IOException if it cannot be read: it may hold what the user wants back
     */
    private JsonObject others() throws IOException {
        try {
            return Files.exists(file) ? read(file) : new JsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            LOG.warn("The preferences of another program cannot be understood and are replaced", e);
            return new JsonObject();
        }
    }

    private static JsonObject read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new JsonParseException("far too large for preferences");
        }
        byte[] bytes = Files.readAllBytes(file);
        return JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private static Path putAside(Path file, String ending) {
        Path aside = file.resolveSibling(file.getFileName() + ending);
        try {
            Files.move(file, aside, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return aside;
        } catch (IOException e) {
            LOG.warn("The preferences cannot be put aside", e);
            return file;
        }
    }
}
