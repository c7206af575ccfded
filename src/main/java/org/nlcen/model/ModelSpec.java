package org.nlcen.model;

import java.util.List;
import java.util.Optional;

import org.nlcen.network.Architecture;

/**
 * A network this program knows how to build, trained or not.
 *
 * @param id {@code NETWORK-TASK} or {@code NETWORK-VARIANT-TASK}
 * @param name what a column's title shows
 * @param architecture how it is built
 * @param task what it finds
 * @param procedure how it is trained
 */
public record ModelSpec(String id, String name, Architecture architecture, Task task, Procedure procedure) {
    private static final List<ModelSpec> ALL = List.of(
            whole("nlcen-lung", Architecture.NLCEN_R18, Task.LUNG),
            whole("unet-lung", Architecture.UNET, Task.LUNG),
            whole("slsdeep-lung", Architecture.SLSDEEP, Task.LUNG),
            whole("slsdeep-half-lung", Architecture.SLSDEEP_HALF, Task.LUNG),
            whole("nwcn-lung", Architecture.NWCN, Task.LUNG),
            whole("invertednet-lung", Architecture.INVERTEDNET, Task.LUNG),
            whole("invertednet-half-lung", Architecture.INVERTEDNET_HALF, Task.LUNG),
            whole("invertednet-quarter-lung", Architecture.INVERTEDNET_QUARTER, Task.LUNG),
            whole("cdnn-lung", Architecture.CDNN, Task.LUNG),
            robust("nlcen-robust-lung", Architecture.NLCEN_R18, Task.LUNG),
            robust("unet-robust-lung", Architecture.UNET, Task.LUNG),
            whole("nlcen-no-nlce-lung", Architecture.NLCEN_R18_NO_NLCE, Task.LUNG),
            onTop("nlcen-no-nl-lung", "NLCEN without NL", Architecture.NLCEN_R18_NO_NL),
            onTop("nlcen-no-ce-lung", "NLCEN without CE", Architecture.NLCEN_R18_NO_CE),
            onTop("nlcen-frozen-lung", "NLCEN frozen", Architecture.NLCEN_R18),
            whole("unet-nlce-lung", Architecture.UNET_NLCE, Task.LUNG),
            whole("slsdeep-nlce-lung", Architecture.SLSDEEP_NLCE, Task.LUNG),
            whole("slsdeep-half-nlce-lung", Architecture.SLSDEEP_HALF_NLCE, Task.LUNG),
            whole("nwcn-nlce-lung", Architecture.NWCN_NLCE, Task.LUNG),
            whole("invertednet-nlce-lung", Architecture.INVERTEDNET_NLCE, Task.LUNG),
            whole("invertednet-half-nlce-lung", Architecture.INVERTEDNET_HALF_NLCE, Task.LUNG),
            whole("invertednet-quarter-nlce-lung", Architecture.INVERTEDNET_QUARTER_NLCE, Task.LUNG),
            whole("cdnn-nlce-lung", Architecture.CDNN_NLCE, Task.LUNG),
            whole("nlcen-skin", Architecture.NLCEN_R50, Task.SKIN),
            whole("unet-skin", Architecture.UNET, Task.SKIN),
            whole("unet-half-skin", Architecture.UNET_HALF, Task.SKIN),
            whole("slsdeep-skin", Architecture.SLSDEEP, Task.SKIN),
            whole("slsdeep-half-skin", Architecture.SLSDEEP_HALF, Task.SKIN),
            whole("nwcn-skin", Architecture.NWCN, Task.SKIN),
            whole("invertednet-skin", Architecture.INVERTEDNET, Task.SKIN),
            whole("invertednet-half-skin", Architecture.INVERTEDNET_HALF, Task.SKIN),
            whole("invertednet-quarter-skin", Architecture.INVERTEDNET_QUARTER, Task.SKIN),
            whole("cdnn-skin", Architecture.CDNN, Task.SKIN),
            robust("nlcen-robust-skin", Architecture.NLCEN_R50, Task.SKIN),
            robust("unet-robust-skin", Architecture.UNET, Task.SKIN));

    private static ModelSpec whole(String id, Architecture architecture, Task task) {
        return new ModelSpec(id, architecture.title(), architecture, task, Procedure.WHOLE);
    }

    private static ModelSpec robust(String id, Architecture architecture, Task task) {
        return new ModelSpec(id, architecture.title() + " robust", architecture, task, Procedure.ROBUST);
    }

    private static ModelSpec onTop(String id, String name, Architecture architecture) {
        return new ModelSpec(id, name, architecture, Task.LUNG, Procedure.NLCE_ONLY);
    }

    /** All known networks, in the order in which lists show them. */
    public static List<ModelSpec> all() {
        return ALL;
    }

    public static Optional<ModelSpec> find(String id) {
        return ALL.stream().filter(spec -> spec.id().equals(id)).findFirst();
    }

    /** Whether it is a narrower form of a network of the paper, which lists need not show while it is not trained. */
    public boolean reduced() {
        return architecture.reduced();
    }

    /**
     * Whether a network is one of those the paper compares, or the user's own; not a variant with or without NLCE, nor one
     * trained otherwise.
     */
    public static boolean compared(String id) {
        return find(id).map(spec -> spec.procedure == Procedure.WHOLE
                        && !spec.architecture.name().contains("NLCE_")
                        && !spec.architecture.name().endsWith("NLCE"))
                .orElse(true);
    }

    /** What can be said of it without weights. */
    public ModelCard untrainedCard() {
        return new ModelCard(
                id, name, architecture.id(), task, architecture.parameters(), Optional.empty(), List.of(), "");
    }
}
