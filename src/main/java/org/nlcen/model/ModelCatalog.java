package org.nlcen.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nlcen.image.AppFolders;
import org.nlcen.image.Explanation;
import org.nlcen.network.Architecture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All networks this program knows, with the state of their weights. Every known network is listed: untrained ones as such,
 * damaged ones with what is wrong.
 */
public final class ModelCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(ModelCatalog.class);
    private static final String WEIGHTS = "weights.safetensors";
    private static final String CARD = "card.json";

    private final List<Entry> entries;
    private final Map<String, Path> folders;

    /**
     * One network.
     *
     * @param card as written beside the weights, or what is known without
     * @param problem why it cannot be used although it should be there; empty for usable and for untrained networks
     */
    public record Entry(ModelCard card, Optional<Explanation> problem) {
        /** Whether {@link ModelCatalog#open} is worth trying. */
        public boolean usable() {
            return card.trained() && problem.isEmpty();
        }
    }

    private ModelCatalog(List<Entry> entries, Map<String, Path> folders) {
        this.entries = List.copyOf(entries);
        this.folders = Map.copyOf(folders);
    }

    /** The program's networks and those the user brought. */
    public static ModelCatalog ofUser() {
        return load(AppFolders.models(), new OwnModels(AppFolders.ofUser().ownModels()));
    }

    /**
     * Reads the cards below a folder, {@code ID/card.json}; weights are not read yet. A missing folder is a catalogue of
     * untrained networks. Smaller forms and other readings of the paper's networks are left out while they are not trained.
     */
    public static ModelCatalog load(Path folder) {
        return load(folder, List.of());
    }

    /** As {@link #load(Path)}, with the networks the user brought behind them. */
    public static ModelCatalog load(Path folder, OwnModels own) {
        return load(folder, own.folders());
    }

    private static ModelCatalog load(Path folder, List<Path> own) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Path> folders = new HashMap<>();
        for (ModelSpec spec : ModelSpec.all()) {
            Entry entry = entry(folder.resolve(spec.id()), spec);
            if (entry.card().trained() || entry.problem().isPresent() || !spec.optional()) {
                entries.add(entry);
                folders.put(spec.id(), folder.resolve(spec.id()));
            }
        }
        for (Path place : own) {
            ownEntry(place).ifPresent(entry -> {
                entries.add(entry);
                folders.put(entry.card().id(), place);
            });
        }
        return new ModelCatalog(entries, folders);
    }

    /** Empty where not even the card can be read: nothing is known of it then, not even a task. */
    private static Optional<Entry> ownEntry(Path folder) {
        try {
            ModelCard card = CardFile.read(folder.resolve(CARD));
            boolean known = card.id().equals(folder.getFileName().toString())
                    && Architecture.find(card.architecture()).isPresent();
            return Optional.of(new Entry(
                    card,
                    known
                            ? Optional.empty()
                            : Optional.of(Explanation.of(
                                    "{0} does not fit its folder or its architecture", folder.resolve(CARD)))));
        } catch (IOException e) {
            LOG.warn("the network in {} cannot be used", folder, e);
            return Optional.empty();
        }
    }

    private static Entry entry(Path folder, ModelSpec spec) {
        Path card = folder.resolve(CARD);
        if (!Files.isRegularFile(card)) {
            return new Entry(spec.untrainedCard(), Optional.empty());
        }
        try {
            ModelCard read = CardFile.read(card);
            if (!read.id().equals(spec.id()) || read.task() != spec.task()) {
                throw new ModelLoadException(Explanation.of("{0} describes another network: {1}", card, read.id()));
            }
            if (!Files.isRegularFile(folder.resolve(WEIGHTS))) {
                throw new ModelLoadException(Explanation.of(
                        "{0} is missing; install the program again or restore the file", folder.resolve(WEIGHTS)));
            }
            return new Entry(read, Optional.empty());
        } catch (IOException e) {
            LOG.warn("model {} cannot be used", spec.id(), e);
            return new Entry(spec.untrainedCard(), Optional.of(ModelLoadException.reason(e)));
        }
    }

    /** Every known network, in a fixed order. */
    public List<Entry> entries() {
        return entries;
    }

    public Optional<Entry> find(String id) {
        return entries.stream().filter(entry -> entry.card().id().equals(id)).findFirst();
    }

    /**
     * Loads a network: checks the weights' SHA-256 against the card and every name, shape and number against the
     * architecture, then builds it. Slow (up to a second); the result is the caller's to close.
     *
     * @throws ModelLoadException if it is unknown, not trained, or anything is amiss
     */
    public Segmenter open(String id) throws ModelLoadException {
        return open(id, AttackLoss.CROSS_ENTROPY);
    }

    /** As {@link #open(String)}, to be attacked by another loss. */
    public Segmenter open(String id, AttackLoss loss) throws ModelLoadException {
        Entry entry = find(id).or(
                        () -> ModelSpec.find(id).map(spec -> new Entry(spec.untrainedCard(), Optional.empty())))
                .orElseThrow(() -> unknown(id));
        if (entry.problem().isPresent()) {
            throw new ModelLoadException(entry.problem().get());
        }
        if (!entry.card().trained()) {
            throw new ModelLoadException(Explanation.of("{0} is not trained; train it with nlcen train", id));
        }
        Path weights = folders.get(id).resolve(WEIGHTS);
        try {
            String found = SafeTensors.sha256(weights);
            if (!found.equals(entry.card().sha256())) {
                throw new ModelLoadException(Explanation.of(
                        "{0} was altered or cut off: its SHA-256 is not the card's; restore the file", weights));
            }
            return new NetworkOpener(entry.card(), architecture(entry.card()), weights, loss).open();
        } catch (ModelLoadException e) {
            throw e;
        } catch (IOException e) {
            throw ModelLoadException.unusable(weights, e);
        }
    }

    /**
     * Builds a known network with random weights: its answers mean nothing, its times are those of the trained one.
     *
     * @throws ModelLoadException if it is unknown
     */
    public Segmenter openUntrained(String id) throws ModelLoadException {
        ModelSpec spec = ModelSpec.find(id).orElseThrow(() -> unknown(id));
        return DjlSegmenter.untrained(spec.untrainedCard(), spec.architecture().create());
    }

    private static ModelLoadException unknown(String id) {
        return new ModelLoadException(Explanation.of("there is no network called {0}; nlcen models lists them", id));
    }

    /** As the program knows it; only for networks it does not know, as their card says. */
    private static Architecture architecture(ModelCard card) throws ModelLoadException {
        return ModelSpec.find(card.id())
                .map(ModelSpec::architecture)
                .or(() -> Architecture.find(card.architecture()))
                .orElseThrow(() -> new ModelLoadException(
                        Explanation.of("{0} has no architecture this program knows", card.id())));
    }

    /** SHA-256 of a file, lower-case hexadecimal; of weights {@link SafeTensors#sha256}. */
    public static String sha256(Path file) throws IOException {
        return sha256(List.of(file));
    }

    /** SHA-256 of files, one behind the other. */
    static String sha256(List<Path> files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
