package org.nlcen.model.device;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the engine's machine code for CUDA lacks on Linux: a {@code libcudart} under the name by which the engine looks for
 * cards, and cuDNN, which must be in the process before the library that needs it.
 */
public final class CudaLibraries {
    /** In the order in which they need each other. */
    private static final List<String> CUDNN = List.of(
            "libcudnn.so.8",
            "libcudnn_ops_infer.so.8",
            "libcudnn_ops_train.so.8",
            "libcudnn_cnn_infer.so.8",
            "libcudnn_cnn_train.so.8",
            "libcudnn_adv_infer.so.8",
            "libcudnn_adv_train.so.8");

    private static volatile Path cudnn;

    private CudaLibraries() {}

    /**
     * Prepares the loading of unpacked machine code.
     *
     * @param natives its folder
     * @param cudnnFile cuDNN's first library, if it has to be loaded beforehand
     * @throws IOException if the link cannot be made
     */
    public static void prepare(Path natives, Optional<Path> cudnnFile) throws IOException {
        cudnn = cudnnFile.map(Path::getParent).orElse(null);
        Optional<Path> runtime = mangledRuntime(natives);
        if (runtime.isPresent()) {
            Path links = Files.createDirectories(natives.resolveSibling("links-" + natives.getFileName()));
            Path link = links.resolve("libcudart.so");
            if (!Files.exists(link)) {
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, runtime.get());
            }
            System.setProperty("jna.library.path", links.toString());
        }
        if (cudnn != null) {
            System.setProperty("ai.djl.pytorch.native_helper", CudaLibraries.class.getName());
        }
    }

    /** {@code libcudart-d0da41ae.so.11.0}: the number differs between builds. */
    private static Optional<Path> mangledRuntime(Path natives) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(natives, "libcudart*.so*")) {
            for (Path file : found) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** Called by the engine before it loads a library; its name and form are the engine's wish. */
    public static void load(String library) {
        Path folder = cudnn;
        if (folder != null && String.valueOf(Path.of(library).getFileName()).startsWith("libtorch_cuda")) {
            cudnn = null;
            for (String name : CUDNN) {
                Path file = folder.resolve(name);
                if (Files.exists(file)) {
                    System.load(file.toAbsolutePath().toString());
                }
            }
        }
    }
}
