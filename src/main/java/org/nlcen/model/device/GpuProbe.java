package org.nlcen.model.device;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nlcen.image.AppFolders;

/** Looks, before the engine is loaded, whether it could compute on a GPU here. */
public final class GpuProbe {
    private static final int CUDA_11 = 11000;
    private static final String OFF = "off";

    /**
     * What this computer and this edition offer.
     *
     * @param edition whether the engine's machine code for CUDA is on the class path
     * @param turnedOff whether the user wants the CPU
     * @param driver the driver
     * @param cudnn the file of cuDNN 8; empty where its folder is not known or where it is part of the machine code
     * @param cudnnNeeded whether it has to be found
     */
    public record Machine(
            boolean edition, boolean turnedOff, Driver driver, Optional<Path> cudnn, boolean cudnnNeeded) {
        /** This computer. */
        public static Machine here() {
            boolean linux = System.getProperty("os.name").startsWith("Linux");
            return new Machine(
                    GpuProbe.edition(),
                    OFF.equalsIgnoreCase(System.getenv().getOrDefault("NLCEN_GPU", "")),
                    new CudaDriver(),
                    findCudnn(cudnnFolders(System.getenv(), AppFolders.installation())),
                    linux);
        }
    }

    /**
     * The result.
     *
     * @param card the card to use; empty where there is an obstacle
     * @param obstacle why there is none
     * @param detail what the obstacle's sentence needs
     */
    public record Finding(Optional<Card> card, Optional<Obstacle> obstacle, String detail) {
        /** No GPU. */
        public static Finding of(Obstacle obstacle, String detail) {
            return new Finding(Optional.empty(), Optional.of(obstacle), detail);
        }
    }

    private GpuProbe() {}

    /** Whether this edition brings the engine's machine code for cards; asks neither driver nor engine. */
    public static boolean edition() {
        return Natives.find("cu").isPresent();
    }

    /** Never fails; the first obstacle is named. */
    public static Finding look(Machine machine) {
        if (!machine.edition()) {
            return Finding.of(Obstacle.EDITION, "");
        }
        if (machine.turnedOff()) {
            return Finding.of(Obstacle.TURNED_OFF, "");
        }
        Optional<Driver.Answer> answer = machine.driver().ask();
        if (answer.isEmpty()) {
            return Finding.of(Obstacle.NO_DRIVER, "");
        }
        if (answer.get().error() != 0 || answer.get().cards().isEmpty()) {
            return Finding.of(Obstacle.NO_CARD, String.valueOf(answer.get().error()));
        }
        if (answer.get().cudaVersion() < CUDA_11) {
            return Finding.of(Obstacle.DRIVER_OLD, answer.get().version());
        }
        Card card = answer.get().cards().get(0);
        String described = card.name() + " (compute capability " + card.capability() + ")";
        if (card.tooOld()) {
            return Finding.of(Obstacle.CARD_OLD, described);
        }
        if (card.tooNew()) {
            return Finding.of(Obstacle.CARD_NEW, described);
        }
        if (machine.cudnnNeeded() && machine.cudnn().isEmpty()) {
            return Finding.of(Obstacle.NO_CUDNN, "");
        }
        return new Finding(Optional.of(card), Optional.empty(), "");
    }

    /** Where cuDNN may lie, the user's choice and the installation's own first. */
    static List<Path> cudnnFolders(Map<String, String> environment, Optional<Path> installation) {
        List<Path> folders = new ArrayList<>();
        String named = environment.getOrDefault("NLCEN_CUDNN", "");
        if (!named.isBlank()) {
            folders.add(Path.of(named));
        }
        installation.ifPresent(home -> folders.add(home.resolve("lib").resolve("cudnn")));
        for (String folder : environment.getOrDefault("LD_LIBRARY_PATH", "").split(":")) {
            if (folder.startsWith("/")) {
                folders.add(Path.of(folder));
            }
        }
        for (String folder : List.of(
                "/usr/lib/x86_64-linux-gnu",
                "/usr/lib64",
                "/usr/local/cuda-11.8/lib64",
                "/usr/local/cuda-11/lib64",
                "/usr/local/cuda/lib64")) {
            folders.add(Path.of(folder));
        }
        return folders;
    }

    static Optional<Path> findCudnn(List<Path> folders) {
        return folders.stream()
                .map(folder -> folder.resolve("libcudnn.so.8"))
                .filter(Files::exists)
                .findFirst();
    }
}
