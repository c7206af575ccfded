package org.nlcen.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ModelCatalogTest {
    @TempDir
    private Path models;

    private ModelCard card(String sha256) {
        return new ModelCard(
                "unet-lung",
                "U-Net",
                "unet",
                Task.LUNG,
                31_037_698,
                Optional.of(new ModelCard.Training("d", "s", 1, 2, 3, "c", "2026-01-01", "l", "t", "")),
                List.of(new ModelCard.Figure("JSRT even fold", 123, 8, 0.5, 0.4)),
                sha256);
    }

    private Path weights() throws IOException {
        Path folder = Files.createDirectories(models.resolve("unet-lung"));
        Path weights = folder.resolve("weights.safetensors");
        try (NDManager manager = NDManager.newBaseManager()) {
            SafeTensors.write(weights, Map.of("a", manager.create(1f)), Map.of());
        }
        return weights;
    }

    private ModelCatalog.Entry unet() {
        return ModelCatalog.load(models).find("unet-lung").orElseThrow();
    }

    @Test
    void everyKnownNetworkIsListedWithoutAnyFiles() {
        ModelCatalog catalog = ModelCatalog.load(models.resolve("absent"));

        assertThat(catalog.entries())
                .hasSameSizeAs(ModelSpec.all().stream()
                        .filter(spec -> !spec.optional())
                        .toList());
        assertThat(catalog.entries()).noneMatch(ModelCatalog.Entry::usable).allMatch(e -> e.problem()
                .isEmpty());
        assertThatThrownBy(() -> catalog.open("unet-lung")).hasMessageContaining("not trained");
        assertThatThrownBy(() -> catalog.open("nothing")).hasMessageContaining("nothing");
    }

    @Test
    void aCardIsReadAsItWasWritten() throws IOException {
        Path weights = weights();
        ModelCard card = card(ModelCatalog.sha256(weights));
        CardFile.write(weights.resolveSibling("card.json"), card);

        assertThat(unet().card()).isEqualTo(card);
        assertThat(unet().usable()).isTrue();
        assertThat(unet().card().figure(8).orElseThrow().dic()).isEqualTo(0.5);
    }

    @Test
    void missingWeightsAndDamagedCardsAreProblemsNotCrashes() throws IOException {
        Path weights = weights();
        CardFile.write(weights.resolveSibling("card.json"), card("x"));
        Files.delete(weights);
        assertThat(unet().problem())
                .hasValueSatisfying(problem -> assertThat(problem.toString()).contains("missing", "unet-lung"));

        Files.writeString(weights.resolveSibling("card.json"), "{\"id\":");
        assertThat(unet().problem())
                .hasValueSatisfying(problem -> assertThat(problem.toString()).contains("card.json", "damaged"));

        Files.writeString(weights.resolveSibling("card.json"), "{\"id\":\"x\"}");
        assertThat(unet().usable()).isFalse();
    }

    @Test
    void alteredWeightsAreRefusedByTheirHash() throws IOException {
        Path weights = weights();
        CardFile.write(weights.resolveSibling("card.json"), card("0".repeat(64)));

        assertThatThrownBy(() -> ModelCatalog.load(models).open("unet-lung"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("altered")
                .hasMessageContaining(weights.toString());
    }

    @Test
    void weightsOfAnotherArchitectureAreRefused() throws IOException {
        Path weights = weights();
        CardFile.write(weights.resolveSibling("card.json"), card(ModelCatalog.sha256(weights)));

        assertThatThrownBy(() -> ModelCatalog.load(models).open("unet-lung"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("another architecture");
    }

    @Test
    void sha256OfTheEmptyFile() throws IOException {
        Path empty = Files.createFile(models.resolve("empty"));

        assertThat(ModelCatalog.sha256(empty))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
