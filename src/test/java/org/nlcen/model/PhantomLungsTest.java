package org.nlcen.model;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.nlcen.image.AppFolders;
import org.nlcen.image.Masks;
import org.nlcen.image.NetworkInputs;
import org.nlcen.image.phantom.ChestPhantom;
import org.nlcen.image.phantom.Phantom;
import org.nlcen.metric.Overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/** Networks trained on real chest radiographs take a phantom for one, so that a demonstration shows what they really do. */
class PhantomLungsTest {
    private static final int SEEDS = 10;

    @Test
    void trainedNetworksFindThePhantomsLungs() throws ModelLoadException {
        ModelCatalog catalog = ModelCatalog.load(AppFolders.models());
        List<String> trained = catalog.entries().stream()
                .filter(entry -> entry.usable() && entry.card().task() == Task.LUNG)
                .map(entry -> entry.card().id())
                .toList();
        assumeFalse(trained.isEmpty(), "no trained lung network is at hand");
        List<Phantom> phantoms =
                LongStream.range(0, SEEDS).mapToObj(ChestPhantom::of).toList();
        for (String id : trained) {
            try (Segmenter segmenter = catalog.open(id)) {
                long found = phantoms.stream()
                        .mapToDouble(phantom -> overlap(segmenter, phantom))
                        .filter(dic -> dic >= 0.9)
                        .count();
                assertThat(found).as("phantoms whose lungs %s finds", id).isGreaterThanOrEqualTo(8);
            }
        }
    }

    private static double overlap(Segmenter segmenter, Phantom phantom) {
        Segmentation found = segmenter.segment(NetworkInputs.of(phantom.image(), false));
        return Overlap.of(found.mask(), Masks.toNetwork(phantom.mask())).dic();
    }
}
