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
 * @param role what it is for
 */
public record ModelSpec(String id, String name, Architecture architecture, Task task, Procedure procedure, Role role) {
    /** What a network is for. */
    public enum Role {
        /** One of those the paper compares. */
        COMPARED,
        /** One of them with or without NLCE, or trained otherwise. */
        VARIANT,
        /** NLCEN as the paper can be read too, for finding out what a reading changes. */
        READING
    }

    private static final List<ModelSpec> ALL = List.of(
            whole("nlcen-lung", Architecture.NLCEN_R18, Task.LUNG),
            whole("unet-lung", Architecture.UNET, Task.LUNG),
            whole("unet-half-lung", Architecture.UNET_HALF, Task.LUNG),
            whole("slsdeep-lung", Architecture.SLSDEEP, Task.LUNG),
            whole("slsdeep-half-lung", Architecture.SLSDEEP_HALF, Task.LUNG),
            whole("nwcn-lung", Architecture.NWCN, Task.LUNG),
            whole("invertednet-lung", Architecture.INVERTEDNET, Task.LUNG),
            whole("invertednet-half-lung", Architecture.INVERTEDNET_HALF, Task.LUNG),
            whole("invertednet-quarter-lung", Architecture.INVERTEDNET_QUARTER, Task.LUNG),
            whole("cdnn-lung", Architecture.CDNN, Task.LUNG),
            robust("nlcen-robust-lung", Architecture.NLCEN_R18, Task.LUNG),
            robust("unet-robust-lung", Architecture.UNET, Task.LUNG),
            robust("unet-half-robust-lung", Architecture.UNET_HALF, Task.LUNG),
            variant("nlcen-no-nlce-lung", Architecture.NLCEN_R18_NO_NLCE),
            onTop("nlcen-no-nl-lung", "NLCEN without NL", Architecture.NLCEN_R18_NO_NL),
            onTop("nlcen-no-ce-lung", "NLCEN without CE", Architecture.NLCEN_R18_NO_CE),
            onTop("nlcen-frozen-lung", "NLCEN frozen", Architecture.NLCEN_R18),
            reading("nlcen-short-lung", "NLCEN short training", Architecture.NLCEN_R18),
            reading("nlcen-r50-lung", "NLCEN ResNet-50", Architecture.NLCEN_R50),
            reading("nlcen-inline-lung", Architecture.NLCEN_R18_INLINE.title(), Architecture.NLCEN_R18_INLINE),
            reading("nlcen-scaled-lung", Architecture.NLCEN_R18_SCALED.title(), Architecture.NLCEN_R18_SCALED),
            reading("nlcen-pooled-lung", Architecture.NLCEN_R18_POOLED.title(), Architecture.NLCEN_R18_POOLED),
            reading("nlcen-no-norm-lung", Architecture.NLCEN_R18_NO_NORM.title(), Architecture.NLCEN_R18_NO_NORM),
            variant("unet-nlce-lung", Architecture.UNET_NLCE),
            variant("slsdeep-nlce-lung", Architecture.SLSDEEP_NLCE),
            variant("slsdeep-half-nlce-lung", Architecture.SLSDEEP_HALF_NLCE),
            variant("nwcn-nlce-lung", Architecture.NWCN_NLCE),
            variant("invertednet-nlce-lung", Architecture.INVERTEDNET_NLCE),
            variant("invertednet-half-nlce-lung", Architecture.INVERTEDNET_HALF_NLCE),
            variant("invertednet-quarter-nlce-lung", Architecture.INVERTEDNET_QUARTER_NLCE),
            variant("cdnn-nlce-lung", Architecture.CDNN_NLCE),
            whole("nlcen-skin", Architecture.NLCEN_R50, Task.SKIN),
            new ModelSpec(
                    "nlcen-r18-skin",
                    "NLCEN ResNet-18",
                    Architecture.NLCEN_R18,
                    Task.SKIN,
                    Procedure.WHOLE,
                    Role.COMPARED),
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
        return new ModelSpec(id, architecture.title(), architecture, task, Procedure.WHOLE, Role.COMPARED);
    }

    private static ModelSpec variant(String id, Architecture architecture) {
        return new ModelSpec(id, architecture.title(), architecture, Task.LUNG, Procedure.WHOLE, Role.VARIANT);
    }

    private static ModelSpec reading(String id, String name, Architecture architecture) {
        return new ModelSpec(id, name, architecture, Task.LUNG, Procedure.WHOLE, Role.READING);
    }

    private static ModelSpec robust(String id, Architecture architecture, Task task) {
        return new ModelSpec(id, architecture.title() + " robust", architecture, task, Procedure.ROBUST, Role.VARIANT);
    }

    private static ModelSpec onTop(String id, String name, Architecture architecture) {
        return new ModelSpec(id, name, architecture, Task.LUNG, Procedure.NLCE_ONLY, Role.VARIANT);
    }

    /** All known networks, in the order in which lists show them. */
    public static List<ModelSpec> all() {
        return ALL;
    }

    public static Optional<ModelSpec> find(String id) {
        return ALL.stream().filter(spec -> spec.id().equals(id)).findFirst();
    }

    /** Whether lists need not show it while it is not trained: smaller forms and other readings of the paper's networks. */
    public boolean optional() {
        return role == Role.READING || reduction().isPresent();
    }

    /** How it is smaller than the paper's network, as a sentence for its card. */
    public Optional<String> reduction() {
        if (architecture.reduced()) {
            return Optional.of("A narrower form of the paper's network, with fewer channels in every layer.");
        }
        return task == Task.SKIN && architecture == Architecture.NLCEN_R18
                ? Optional.of("Stands on a ResNet-18, where the paper's network for skin stands on a ResNet-50.")
                : Optional.empty();
    }

    /** Whether a network is one of those the paper compares, or the user's own. */
    public static boolean compared(String id) {
        return find(id).map(spec -> spec.role == Role.COMPARED).orElse(true);
    }

    /** What can be said of it without weights. */
    public ModelCard untrainedCard() {
        return new ModelCard(
                id, name, architecture.id(), task, architecture.parameters(), Optional.empty(), List.of(), "");
    }
}
