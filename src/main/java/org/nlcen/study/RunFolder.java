package org.nlcen.study;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import org.nlcen.image.AtomicFile;
import org.nlcen.model.ModelCard;
import org.nlcen.model.Task;

/**
 * The folder of a study. {@code run.json} says of which collection, attack and weights its tables are, so that figures of two
 * of them never meet in one table. One process at a time writes into it.
 */
public final class RunFolder implements AutoCloseable {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;
    private Identity identity;

    /**
     * What the tables are of.
     *
     * @param title of the collection, as figures name it
     * @param collection fingerprint of its files
     * @param images how many it has
     * @param attack the reading, in words
     * @param networks by id
     */
    public record Identity(String title, String collection, int images, String attack, Map<String, Network> networks) {}

    /**
     * One network of the tables.
     *
     * @param name for people
     * @param sha256 of its weights
     */
    public record Network(String name, Task task, long parameters, String sha256) {
        static Network of(ModelCard card) {
            return new Network(card.name(), card.task(), card.parameters(), card.sha256());
        }
    }

    private RunFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens a folder for a collection and an attack; it is made if it is missing. The caller closes it.
     *
     * @throws IOException if it holds another study, or another process writes into it
     */
    public static RunFolder open(Path folder, ImageSet collection, AttackReading reading) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            RunFolder run = new RunFolder(folder, channel, lock(folder, channel));
            run.begin(collection, reading);
            return run;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileLock lock(Path folder, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new IOException("another run is writing into " + folder + "; wait for it or name another folder");
        }
        return lock;
    }

    private void begin(ImageSet collection, AttackReading reading) throws IOException {
        Identity wanted = new Identity(
                collection.title(), collection.fingerprint(), collection.files().size(), reading.toString(), Map.of());
        if (!Files.exists(folder.resolve("run.json"))) {
            if (Files.exists(folder.resolve("results.csv"))) {
                throw new IOException(folder + " holds results that do not say what they are of; name another folder");
            }
            save(wanted);
            return;
        }
        identity = read(folder);
        if (!identity.collection().equals(wanted.collection())
                || !identity.title().equals(wanted.title())) {
            throw new IOException(folder + " holds figures of another collection (" + identity.title() + ", "
                    + identity.images() + " images); name another folder");
        }
        if (!identity.attack().equals(wanted.attack())) {
            throw new IOException(folder + " holds figures of another attack (" + identity.attack() + " instead of "
                    + wanted.attack() + "); name another folder");
        }
    }

    /**
     * What a folder's tables are of.
     *
     * @throws IOException if it holds no study or a damaged one
     */
    public static Identity read(Path folder) throws IOException {
        Path file = folder.resolve("run.json");
        try {
            Identity found = GSON.fromJson(Files.readString(file), Identity.class);
            if (found == null
                    || found.title() == null
                    || found.collection() == null
                    || found.attack() == null
                    || found.networks() == null) {
                throw new IOException(file + " is damaged; name another folder");
            }
            return found;
        } catch (JsonParseException e) {
            throw new IOException(file + " is damaged; name another folder", e);
        }
    }

    private void save(Identity changed) throws IOException {
        write(folder, changed);
        identity = changed;
    }

    /** Writes {@code run.json}. */
    public static void write(Path folder, Identity identity) throws IOException {
        byte[] text = (GSON.toJson(identity) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve("run.json"), out -> out.write(text));
    }

    /**
     * Lets a network's figures in.
     *
     * @throws IOException if the folder holds figures of other weights under the same id
     */
    public void admit(ModelCard card) throws IOException {
        Network known = identity.networks().get(card.id());
        if (known == null) {
            Map<String, Network> networks = new LinkedHashMap<>(identity.networks());
            networks.put(card.id(), Network.of(card));
            save(new Identity(identity.title(), identity.collection(), identity.images(), identity.attack(), networks));
        } else if (!known.sha256().equals(card.sha256())) {
            throw new IOException(folder + " holds figures of other weights of " + card.id() + " (SHA-256 "
                    + shortened(known.sha256()) + ", now " + shortened(card.sha256()) + "); name another folder");
        }
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }

    public Path folder() {
        return folder;
    }

    /** Opens {@code results.csv}. */
    public ResultsFile results() throws IOException {
        return new ResultsFile(folder.resolve("results.csv"));
    }

    /** Opens {@code checks.csv}. */
    public ChecksFile checks() throws IOException {
        return new ChecksFile(folder.resolve("checks.csv"));
    }

    /** Lets others write into the folder. */
    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
