package org.nlcen.image;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the program keeps things on this computer. Nothing is created here: who writes makes the folder.
 *
 * <p>Linux follows the XDG base directory specification, macOS {@code ~/Library}, Windows {@code %APPDATA%} (settings,
 * which may roam) and {@code %LOCALAPPDATA%} (the rest). The environment variable {@code NLCEN_DATA} puts everything
 * below one folder of its choice.
 *
 * @param data work that must last: sessions, results, logs, unpacked machine code
 * @param config preferences
 * @param cache what can be made again
 */
public record AppFolders(Path data, Path config, Path cache) {
    private static final String NAME = "nlcen-viewer";

    /** The folders of the user who runs the program; the property {@code nlcen.data} counts as {@code NLCEN_DATA}. */
    public static AppFolders ofUser() {
        String chosen = System.getProperty("nlcen.data", "");
        if (!chosen.isBlank()) {
            return of("", Path.of(""), Map.of("NLCEN_DATA", chosen));
        }
        return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /**
     * @param os the value of the system property {@code os.name}
     * @param home the user's home folder
     * @param environment the environment variables; relative XDG paths are ignored, as the specification asks
     */
    public static AppFolders of(String os, Path home, Map<String, String> environment) {
        String own = environment.getOrDefault("NLCEN_DATA", "");
        if (!own.isBlank()) {
            Path root = Path.of(own).toAbsolutePath();
            return new AppFolders(root, root.resolve("config"), root.resolve("cache"));
        }
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
            Path roaming = folder(environment, "APPDATA", home.resolve("AppData/Roaming"));
            return new AppFolders(local, roaming, local.resolve("cache"));
        }
        if (system.startsWith("mac")) {
            Path library = home.resolve("Library");
            Path support = library.resolve("Application Support").resolve(NAME);
            return new AppFolders(
                    support,
                    library.resolve("Preferences").resolve(NAME),
                    library.resolve("Caches").resolve(NAME));
        }
        return new AppFolders(
                folder(environment, "XDG_DATA_HOME", home.resolve(".local/share")),
                folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
                folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")));
    }

    /** Rolling log files; they name no patient and no study. */
    public Path logs() {
        return data.resolve("logs");
    }

    /** Networks the user brought. */
    public Path ownModels() {
        return data.resolve("models");
    }

    /** PyTorch's machine code, unpacked once. */
    public Path engine() {
        return data.resolve("engine");
    }

    /** JavaFX's machine code, unpacked once. */
    public Path javafx() {
        return data.resolve("javafx");
    }

    /** The machine code by which Java calls the system's libraries, unpacked at each start. */
    public Path jna() {
        return data.resolve("jna");
    }

    /** The folder the program was installed to, as its launcher says; empty when it was started without one. */
    public static Optional<Path> installation() {
        return Optional.ofNullable(System.getProperty("nlcen.home")).map(Path::of);
    }

    /**
     * The folder of trained networks: {@code NLCEN_MODELS} (system property {@code nlcen.models} or environment), else
     * {@code models} in the installation, else {@code models} in the working folder. It may not exist.
     */
    public static Path models() {
        String chosen = System.getProperty("nlcen.models", System.getenv().getOrDefault("NLCEN_MODELS", ""));
        if (!chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath();
        }
        return installation().orElse(Path.of("").toAbsolutePath()).resolve("models");
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        boolean usable = !value.isBlank() && Path.of(value).isAbsolute();
        return (usable ? Path.of(value) : otherwise).resolve(NAME);
    }
}
