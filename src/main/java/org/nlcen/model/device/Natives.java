package org.nlcen.model.device;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The engine's machine code for one kind of device, as a jar on the class path holds it.
 *
 * @param version PyTorch's, with its date
 * @param flavor "cpu", "cu118"
 * @param classifier "linux-x86_64"
 * @param libraries names of the files
 */
public record Natives(String version, String flavor, String classifier, List<String> libraries) {
    private static final String DESCRIPTION = "native/lib/pytorch.properties";
    private static final long MEBI = 1 << 20;
    /** What the program needs beside the libraries: logs, settings, the engine's bridge to Java. */
    private static final long MARGIN = 64 * MEBI;

    /** The first on the class path whose flavor begins so. */
    public static Optional<Natives> find(String flavor) {
        try {
            for (URL url : Collections.list(Natives.class.getClassLoader().getResources(DESCRIPTION))) {
                Properties properties = new Properties();
                try (InputStream in = url.openStream()) {
                    properties.load(in);
                }
                if (properties.getProperty("flavor", "").startsWith(flavor)) {
                    return Optional.of(new Natives(
                            properties.getProperty("version"),
                            properties.getProperty("flavor"),
                            properties.getProperty("classifier"),
                            List.of(properties.getProperty("libraries").split(","))));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new NativesException(
                    "the program's own files cannot be read; install it again: " + e.getMessage(), e);
        }
    }

    /** Where they lie once unpacked; the name is the engine's own, so that it puts its bridge to Java there too. */
    public Path folder(Path cache) {
        return cache.resolve("pytorch").resolve(name());
    }

    private String name() {
        return version + '-' + flavor + '-' + classifier;
    }

    /** Where a program that brings them unpacked has them: the user needs no copy then. */
    public Optional<Path> shipped(Path program) {
        return shipped(program, name());
    }

    /**
     * The same for machine code of any version.
     *
     * @param name of its {@link #folder}
     */
    public static Optional<Path> shipped(Path program, String name) {
        return Optional.of(program.resolve("engine").resolve("pytorch").resolve(name))
                .filter(Files::isDirectory);
    }

    /**
     * Unpacks them, unless they are there. Two programs at once may both do so; the first one wins.
     *
     * @param cache the engine's folder of the user
     * @return their folder
     * @throws NativesException if the folder cannot be written to or the disk is full, with what to do
     */
    public Path unpack(Path cache) {
        Path target = folder(cache);
        if (Files.isDirectory(target)) {
            return target;
        }
        Path draft = null;
        try {
            Files.createDirectories(target.getParent());
            requireRoom(target.getParent());
            draft = Files.createTempDirectory(target.getParent(), ".unpacking");
            for (String library : libraries) {
                try (InputStream in = open(library)) {
                    Files.copy(in, draft.resolve(library));
                }
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            if (Files.isDirectory(target)) {
                return target;
            }
            throw new NativesException(
                    "the engine's machine code cannot be unpacked to " + target.getParent() + ": " + reason(e)
                            + "; NLCEN_DATA may name another folder",
                    e);
        } finally {
            if (draft != null) {
                delete(draft);
            }
        }
    }

    private void requireRoom(Path folder) throws IOException {
        long needed = MARGIN;
        for (String library : libraries) {
            needed += size(resource(library));
        }
        // not Files.getFileStore: where the system's list of mounts is another one (chroot, some containers) it fails
        long free = folder.toFile().getUsableSpace();
        if (free < needed) {
            throw new IOException("the disk has " + free / MEBI + " MiB left, " + needed / MEBI + " MiB are needed");
        }
    }

    /** Unpacked size of a resource of a jar, or of a folder of classes. */
    private static long size(URL resource) throws IOException {
        if (!resource.getProtocol().equals("jar")) {
            return Files.size(Path.of(URI.create(resource.toString())));
        }
        String[] parts = resource.getPath().split("!/", 2);
        try (ZipFile jar = new ZipFile(Path.of(URI.create(parts[0])).toFile())) {
            ZipEntry entry = jar.getEntry(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            return entry == null ? 0 : Math.max(0, entry.getSize());
        }
    }

    private URL resource(String library) throws IOException {
        String path = "pytorch/" + flavor + '/' + classifier + '/' + library;
        URL url = Natives.class.getClassLoader().getResource(path);
        if (url == null) {
            throw new IOException(path + " is missing in the program; install it again");
        }
        return url;
    }

    private InputStream open(String library) throws IOException {
        return resource(library).openStream();
    }

    private static String reason(IOException failure) {
        if (failure instanceof java.nio.file.AccessDeniedException) {
            return "no permission to write there";
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return String.valueOf(failure.getMessage());
    }

    private static void delete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
