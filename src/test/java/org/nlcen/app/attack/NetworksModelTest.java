package org.nlcen.app.attack;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.nlcen.app.ToySegmenter;
import org.nlcen.app.attack.BenchModel.Choice;
import org.nlcen.model.ModelCard;
import org.nlcen.model.Task;

import static org.assertj.core.api.Assertions.assertThat;

class NetworksModelTest {
    private final Choice trained = new Choice(ToySegmenter.card("a-lung", "A"), Optional.empty());
    private final Choice untrained = choice("b-lung", Task.LUNG);
    private final Choice skin = choice("c-skin", Task.SKIN);

    private static Choice choice(String id, Task task) {
        return new Choice(new ModelCard(id, id, "toy", task, 1, Optional.empty(), List.of(), ""), Optional.empty());
    }

    @Test
    void trainedNetworksOfTheTaskStandOnTheBench() {
        NetworksModel networks = new NetworksModel(List.of(), List.of());
        networks.known(List.of(trained, untrained, skin));
        assertThat(networks.onBenchProperty().get()).containsExactly(trained);
        networks.task(Task.SKIN);
        assertThat(networks.onBenchProperty().get()).as("none is trained").containsExactly(skin);
    }

    @Test
    void aNetworkTakenOffStaysOffInTheNextStart() {
        NetworksModel networks = new NetworksModel(List.of(), List.of());
        networks.known(List.of(trained, untrained, skin));
        networks.show("a-lung", false);
        assertThat(networks.onBenchProperty().get()).containsExactly(untrained);
        NetworksModel next = new NetworksModel(networks.hidden(), networks.wanted());
        next.known(List.of(trained, untrained, skin));
        assertThat(next.onBenchProperty().get()).containsExactly(untrained);
        next.show("a-lung", true);
        assertThat(next.onBenchProperty().get()).containsExactly(trained);
    }

    @Test
    void variantsStandOnTheBenchOnlyWhereTheUserPutThem() {
        Choice variant = new Choice(ToySegmenter.card("unet-nlce-lung", "U-Net with NLCE"), Optional.empty());
        NetworksModel networks = new NetworksModel(List.of(), List.of());
        networks.known(List.of(trained, variant));
        assertThat(networks.onBenchProperty().get()).containsExactly(trained);
        networks.show("unet-nlce-lung", true);
        assertThat(networks.onBenchProperty().get()).containsExactly(trained, variant);

        NetworksModel next = new NetworksModel(networks.hidden(), networks.wanted());
        next.known(List.of(trained, variant));
        assertThat(next.onBenchProperty().get()).containsExactly(trained, variant);
        next.show("unet-nlce-lung", false);
        assertThat(next.onBenchProperty().get()).containsExactly(trained);
    }

    @Test
    void readingAgainAsksWhoeverReads() {
        NetworksModel networks = new NetworksModel(List.of(), List.of());
        networks.reader(() -> networks.known(List.of(trained)));
        networks.refresh();
        assertThat(networks.onBenchProperty().get()).containsExactly(trained);
    }
}
