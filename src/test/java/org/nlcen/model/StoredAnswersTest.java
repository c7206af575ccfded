package org.nlcen.model;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nlcen.image.AppFolders;
import org.nlcen.model.StoredAnswers.Match;
import org.nlcen.model.StoredAnswers.Question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The stored answers are those of the weights that are at hand. */
class StoredAnswersTest {
    private final StoredAnswers stored = StoredAnswers.read();

    @Test
    void theNetworksAtHandAnswerAsStored() throws ModelLoadException {
        ModelCatalog catalog = ModelCatalog.load(AppFolders.models());
        List<ModelCard> known = catalog.entries().stream()
                .filter(ModelCatalog.Entry::usable)
                .map(ModelCatalog.Entry::card)
                .filter(card -> stored.has(card.sha256()))
                .toList();
        assumeTrue(!known.isEmpty(), "no network at hand has a stored answer; nlcen models answers makes them");
        for (ModelCard card : known) {
            try (Segmenter network = catalog.open(card.id())) {
                Question question = Question.of(card.task());
                float[] image = question.input().values();
                int channels = question.input().channels();
                assertThat(stored.compare(
                                card,
                                network.segment(image, channels).foreground(),
                                network.inputGradient(
                                                image,
                                                channels,
                                                question.truth().inverse())
                                        .gradient()))
                        .as(card.id())
                        .isEqualTo(Match.SAME);
            }
        }
    }

    @Test
    void everyTrainedNetworkHasOne() {
        List<String> without = ModelCatalog.load(AppFolders.models()).entries().stream()
                .filter(ModelCatalog.Entry::usable)
                .map(ModelCatalog.Entry::card)
                .filter(card -> !stored.has(card.sha256()))
                .map(ModelCard::id)
                .toList();
        assumeTrue(without.isEmpty(), () -> "nlcen models answers is to be run for " + without);
    }
}
