package org.nlcen.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import org.nlcen.image.AtomicFile;
import org.nlcen.image.Explanation;

/** {@code card.json}, the written form of a {@link ModelCard}. */
public final class CardFile {
    private static final long MAX_BYTES = 1 << 20;
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private CardFile() {}

    /** Field by field what the file holds; absent fields are null. */
    private record Written(
            String id,
            String name,
            String architecture,
            Task task,
            long parameters,
            ModelCard.Training training,
            List<ModelCard.Figure> figures,
            List<ModelCard.Check> checks,
            String sha256,
            Map<String, String> notes) {}

    /**
     * Reads a card.
     *
     * @throws ModelLoadException if it is damaged; the message names the file
     */
    public static ModelCard read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new ModelLoadException(Explanation.of("{0} is too large for a model card", file));
        }
        try {
            Written card = GSON.fromJson(Files.readString(file), Written.class);
            if (card == null || card.id() == null || card.task() == null || card.sha256() == null) {
                throw new ModelLoadException(Explanation.of("{0} lacks id, task or sha256", file));
            }
            return new ModelCard(
                    card.id(),
                    card.name() == null ? card.id() : card.name(),
                    card.architecture() == null ? "" : card.architecture(),
                    card.task(),
                    card.parameters(),
                    Optional.ofNullable(card.training()),
                    card.figures() == null ? List.of() : card.figures(),
                    known(card.checks()),
                    card.sha256(),
                    card.notes() == null ? Map.of() : card.notes());
        } catch (JsonParseException | java.nio.charset.MalformedInputException e) {
            throw new ModelLoadException(Explanation.of("{0} is damaged: {1}", file, e.getMessage()), e);
        }
    }

    /** Checks whose kind this version knows. */
    private static List<ModelCard.Check> known(List<ModelCard.Check> written) {
        return written == null
                ? List.of()
                : written.stream()
                        .filter(check -> check != null && check.kind() != null)
                        .toList();
    }

    /** Writes a card; the file appears whole or not at all. */
    public static void write(Path file, ModelCard card) throws IOException {
        Written written = new Written(
                card.id(),
                card.name(),
                card.architecture(),
                card.task(),
                card.parameters(),
                card.training().orElse(null),
                new ArrayList<>(card.figures()),
                card.checks().isEmpty() ? null : new ArrayList<>(card.checks()),
                card.sha256(),
                card.notes().isEmpty() ? null : new TreeMap<>(card.notes()));
        AtomicFile.text(file, GSON.toJson(written) + "\n");
    }
}
