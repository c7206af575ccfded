package org.nlcen.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;

import org.nlcen.cli.Main;
import org.nlcen.dicom.study.TemporaryFolders;
import org.nlcen.image.AppFolders;

/**
 * The one door into the program: a command goes to the terminal, everything else to the window. It does not extend
 * JavaFX's Application, because Java refuses such a main class when JavaFX lies on the class path.
 */
public final class Launcher {
    /** Property: the folder that should hold the user's data and cannot. */
    static final String NO_HOME = "nlcen.noHome";

    private Launcher() {}

    /** @param arguments a command with its own arguments, or files to open */
    public static void main(String[] arguments) {
        if (homeless(System.getProperty("user.home"), System.getenv())) {
            System.exit(
                    Main.fail("this user has no home folder; NLCEN_DATA must name a folder where the program may keep"
                            + " its files"));
        }
        prepareRuntime();
        if (isCommand(arguments)) {
            System.setProperty("java.awt.headless", "true");
            System.exit(Main.run(arguments));
        }
        if (withoutDisplay(System.getProperty("os.name"), System.getenv())) {
            System.exit(Main.fail("there is no display for the window; commands work without one: nlcen --help"));
        }
        AppFolders folders = AppFolders.ofUser();
        if (!bringsWindowsCode() && forbidsExecution(folders.data())) {
            System.exit(Main.fail("the window's machine code may not run from " + folders.javafx()
                    + ": files there may not be executed; NLCEN_DATA may name a folder whose files may be executed"));
        }
        ViewerApplication.main(arguments);
    }

    /** A Linux package has JavaFX's machine code beside the jars, where JavaFX looks first; else it is unpacked for each user. */
    private static boolean bringsWindowsCode() {
        String home = System.getProperty("nlcen.home");
        return home != null && Files.exists(Path.of(home, "lib", "libglass.so"));
    }

    /** Whether the system runs no file of a folder, as where it is mounted with {@code noexec}; not where it cannot be found out. */
    static boolean forbidsExecution(Path folder) {
        try {
            Path probe = Files.createTempFile(folder, "may-run-", "");
            try {
                // the right alone is not enough where the mount takes it away
                return probe.toFile().setExecutable(true) && !Files.isExecutable(probe);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** Java names a home folder "?" where the system knows none; files would land in a folder of that name. */
    static boolean homeless(String home, Map<String, String> environment) {
        return (home == null || home.isBlank() || home.equals("?"))
                && environment.getOrDefault("NLCEN_DATA", "").isBlank();
    }

    /** JavaFX needs an X server on Linux, which a Wayland session offers too. */
    static boolean withoutDisplay(String os, Map<String, String> environment) {
        return os.startsWith("Linux") && environment.getOrDefault("DISPLAY", "").isBlank();
    }

    /**
     * A misspelt command is a command too, so that the terminal can suggest the right one: a bare word that names no
     * file.
     */
    static boolean isCommand(String... arguments) {
        if (arguments.length == 0) {
            return false;
        }
        String first = arguments[0];
        boolean word = first.matches("[a-z][a-z-]*");
        return first.startsWith("-") || word && (Main.isCommand(first) || !exists(first));
    }

    /** What the engine, JavaFX and the log read once, when their first class is loaded. */
    private static void prepareRuntime() {
        AppFolders wanted = AppFolders.ofUser();
        AppFolders folders = usable(wanted);
        setIfAbsent("offline", "true");
        setIfAbsent("OPT_OUT_TRACKING", "true");
        setIfAbsent("DJL_CACHE_DIR", folders.engine().toString());
        setIfAbsent("javafx.cachedir", folders.javafx().toString());
        setIfAbsent("nlcen.logs", folders.logs().toString());
        installationOfJar().ifPresent(home -> setIfAbsent("nlcen.home", home.toString()));
        placeJna(System.getProperty("nlcen.home"), folders);
        if (!folders.equals(wanted)) {
            // only now: the first use opens the log, which must know its folder
            TemporaryFolders.adopt(folders.data());
        }
    }

    /**
     * JNA takes its machine code from the installation, as a Linux package brings it, else unpacks it among the user's other
     * machine code; by itself it would choose a cache that it shares with other programs. Where files of the user's folder may
     * not be executed, it is left to look for another place.
     */
    static void placeJna(String home, AppFolders folders) {
        if (home != null && Files.exists(Path.of(home, "lib", System.mapLibraryName("jnidispatch")))) {
            setIfAbsent("jna.boot.library.path", Path.of(home, "lib").toString());
        } else if (!forbidsExecution(folders.data())) {
            setIfAbsent("jna.tmpdir", folders.jna().toString());
        }
    }

    /**
     * The user's folders, or, where they cannot be made (no home, or one that cannot be written), one among this computer's
     * temporary files, which the window tells of. Its name cannot be guessed and only this user may enter it: machine code is
     * loaded from there. It goes when the program ends.
     */
    static AppFolders usable(AppFolders wanted) {
        if (writable(wanted.data())) {
            return wanted;
        }
        System.setProperty(NO_HOME, wanted.data().toString());
        try {
            // named as TemporaryFolders names its own, so that a later start deletes it after a crash
            String prefix = "nlcen-viewer-" + ProcessHandle.current().pid() + "-";
            System.setProperty("nlcen.data", Files.createTempDirectory(prefix).toString());
        } catch (IOException e) {
            return wanted; // nothing can be kept anywhere: what needs a folder says so itself
        }
        return AppFolders.ofUser();
    }

    private static boolean writable(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** The folder above {@code lib}, when the program runs from its jar there. */
    private static Optional<Path> installationOfJar() {
        CodeSource source = Launcher.class.getProtectionDomain().getCodeSource();
        if (source.getLocation() == null) {
            // from an archive of classes made in another folder; the launcher script has said where the program lies
            return Optional.empty();
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            boolean installed = Files.isRegularFile(jar) && jar.getParent().endsWith("lib");
            return installed ? Optional.of(jar.getParent().getParent()) : Optional.empty();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The program's own place has a name Java cannot read: " + source, e);
        }
    }

    private static boolean exists(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
