package org.nlcen.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.nlcen.network.Architecture;

/**
 * A network this program knows how to build, trained or not.
 *
 * @param id {@code NETWORK-TASK} or {@code NETWORK-VARIANT-TASK}
 * @param architecture how it is built
 * @param task what it finds
 */
public record ModelSpec(String id, Architecture architecture, Task task) {
    private static final List<ModelSpec> ALL = List.of(
            new ModelSpec("nlcen-lung", Architecture.NLCEN_R18, Task.LUNG),
            new ModelSpec("unet-lung", Architecture.UNET, Task.LUNG),
            new ModelSpec("cdnn-lung", Architecture.CDNN, Task.LUNG),
            new ModelSpec("nwcn-lung", Architecture.NWCN, Task.LUNG));

    /** All known networks, in the order in which lists show them. */
    public static List<ModelSpec> all() {
        return ALL;
    }

    public static Optional<ModelSpec> find(String id) {
        return ALL.stream().filter(spec -> spec.id().equals(id)).findFirst();
    }

    /** What can be said of it without weights. */
    public ModelCard untrainedCard() {
        return new ModelCard(
                id,
                architecture.title(),
                architecture.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                task,
                architecture.parameters(),
                Optional.empty(),
                List.of(),
                "");
    }
}
