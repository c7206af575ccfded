package org.nlcen.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.nlcen.image.Explanation;
import org.nlcen.network.Architecture;
import org.nlcen.network.Parameters;
import org.nlcen.network.SegmentationNetwork;

/**
 * Weights that the user brings for a known architecture, kept in a folder of the user's own. A file is taken in only after
 * every name, shape and number in it was checked; whether it was trained well, and with what intent, no check can tell, so
 * ask the user first.
 */
public final class OwnModels {
    /** What the ids of such networks begin with. */
    public static final String PREFIX = "own-";

    private static final String WEIGHTS = "weights.safetensors";
    private static final String CARD = "card.json";
    private static final int MAX_NAME = 40;

    private final Path folder;

    /** @param folder made when the first network is added */
    public OwnModels(Path folder) {
        this.folder = folder;
    }

    /**
     * The architectures whose arrays are those of a file, by name and shape; the numbers are not looked at. Slow: a second at
     * most.
     *
     * @throws ModelLoadException if the file is no safetensors file or damaged
     */
    public static List<Architecture> fitting(Path file) throws ModelLoadException {
        try (SafeTensorsFile opened = SafeTensorsFile.open(file);
                NDManager manager = Engines.open()) {
            return Arrays.stream(Architecture.values())
                    .filter(architecture -> fits(architecture, opened, manager))
                    .toList();
        } catch (IOException e) {
            throw ModelLoadException.unusable(file, e);
        }
    }

    private static boolean fits(Architecture architecture, SafeTensorsFile file, NDManager manager) {
        SegmentationNetwork network = architecture.create();
        if (!Parameters.named(network).keySet().equals(file.names())) {
            return false;
        }
        boolean[] all = {true};
        try (NDManager scratch = manager.newSubManager();
                NDArray zero = scratch.zeros(new Shape(1))) {
            network.initialize(scratch, (name, shape) -> {
                all[0] &= file.shape(name).equals(shape);
                // takes no memory, whatever the shape
                return zero.broadcast(shape);
            });
        }
        return all[0];
    }

    /**
     * Checks a file and takes it in. Slow: a second or two.
     *
     * @param name what lists call it
     * @return its card
     * @throws ModelLoadException if the file does not fit or is damaged, or the name is taken; nothing is kept then
     */
    public ModelCard add(Path file, Architecture architecture, Task task, String name) throws ModelLoadException {
        String id = id(name, task);
        Path place = folder.resolve(id);
        if (Files.exists(place)) {
            throw new ModelLoadException(
                    Explanation.of("there is a network called {0} already; choose another name or remove it", id));
        }
        Path draft = folder.resolve("." + id + "." + UUID.randomUUID());
        try {
            requireNames(file, architecture);
            Files.createDirectories(draft);
            // what was checked must be what is used, so the copy is checked
            Path weights = copy(file, draft.resolve(WEIGHTS));
            ModelCard card = card(id, architecture, task, name, file, weights);
            DjlSegmenter.open(card, architecture.create(), weights).close();
            CardFile.write(draft.resolve(CARD), card);
            Files.move(draft, place);
            return card;
        } catch (IOException e) {
            throw ModelLoadException.unusable(file, e);
        } finally {
            delete(draft);
        }
    }

    /** Copies a file and its parts; returns the copy of the first. */
    private static Path copy(Path file, Path first) throws IOException {
        List<Path> parts = SafeTensorsFile.paths(file);
        for (int i = 0; i < parts.size(); i++) {
            Files.copy(parts.get(i), i == 0 ? first : SafeTensorsFile.sibling(first, i + 1));
        }
        return first;
    }

    /** Before anything is copied, which could be long. */
    private static void requireNames(Path file, Architecture architecture) throws IOException {
        try (SafeTensorsFile opened = SafeTensorsFile.open(file)) {
            DjlSegmenter.requireNames(opened, architecture.create());
        }
    }

    /**
     * Removes a network and its weights.
     *
     * @throws ModelLoadException if there is none of that id
     */
    public void remove(String id) throws ModelLoadException {
        if (!id.matches("own-[a-z0-9-]+") || !Files.isDirectory(folder.resolve(id))) {
            throw new ModelLoadException(Explanation.of("there is no network of your own called {0}", id));
        }
        delete(folder.resolve(id));
    }

    /** Folders of the networks taken in, by name; none if there is no such folder. */
    List<Path> folders() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static ModelCard card(String id, Architecture architecture, Task task, String name, Path file, Path weights)
            throws IOException {
        ModelCard.Training unknown = new ModelCard.Training(
                "unknown images",
                "",
                0,
                0,
                0,
                "",
                LocalDate.now(ZoneOffset.UTC).toString(),
                "unknown",
                "not known to this program",
                "Added by the user from the file " + file.getFileName()
                        + "; how it was trained is not known to this program.");
        return new ModelCard(
                id,
                name.strip(),
                architecture.id(),
                task,
                architecture.parameters(),
                Optional.of(unknown),
                List.of(),
                SafeTensors.sha256(weights));
    }

    private static String id(String name, Task task) throws ModelLoadException {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (plain.isEmpty() || name.strip().length() > MAX_NAME) {
            throw new ModelLoadException(Explanation.of(
                    "a network's name needs 1 to {0} characters, letters or digits among them", MAX_NAME));
        }
        return PREFIX + plain + "-" + task.name().toLowerCase(Locale.ROOT);
    }

    private static void delete(Path tree) throws ModelLoadException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(tree)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new ModelLoadException(Explanation.of("{0} cannot be removed: {1}", tree, e.getMessage()), e);
        }
    }
}
