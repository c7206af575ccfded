package org.nlcen.app.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import org.nlcen.model.Task;

/**
 * All that is needed to come to the same numbers again: which image, how it is looked at, which networks with which weights,
 * which attack how strong, and the numbers themselves. Names and types are those of the file; what is null is not in the file.
 *
 * @param format version of the file's form
 * @param program version of the program that wrote it
 * @param saved when, ISO 8601 in UTC
 * @param image the image
 * @param truth its ground truth from a file; null where there is none or it lies beside the image or is a phantom's
 * @param view how the image lies in its pane
 * @param window how its values are shown
 * @param networks those on the bench, in order
 * @param attack how they are attacked
 * @param numbers what was measured
 * @param parts what other parts of the window keep, by their names
 */
public record Session(
        int format,
        String program,
        String saved,
        Image image,
        Truth truth,
        View view,
        Window window,
        List<Network> networks,
        Attack attack,
        List<Measured> numbers,
        JsonObject parts) {
    /** The form this program writes. */
    public static final int FORMAT = 1;

    /** What file names end with. */
    public static final String ENDING = ".nlcen";

    /**
     * An image.
     *
     * @param file absolute; null for a phantom
     * @param sha256 of the file; null for a phantom
     * @param frame from 0
     * @param phantom "chest" or "skin"; null for a file
     * @param seed of the phantom
     * @param task what its networks look for; null in sessions of earlier versions, for what the file suggests
     */
    public record Image(String file, String sha256, int frame, String phantom, long seed, Task task) {
        /** The same image in another file. */
        Image in(String other, String hash) {
            return new Image(other, hash, frame, phantom, seed, task);
        }
    }

    /** A mask in a file of its own. */
    public record Truth(String file, String sha256) {}

    /** As {@link org.nlcen.app.viewer.ViewState} has it. */
    public record View(double zoom, double centerX, double centerY, int quarterTurns, boolean mirrored) {}

    /**
     * A window.
     *
     * @param preset its place among the image's presets, -1 for a window of the user's own
     */
    public record Window(int preset, double center, double width, boolean inverted) {}

    /** A network and the SHA-256 of its weights. */
    public record Network(String id, String sha256) {}

    /**
     * An attack; names are those of {@link org.nlcen.attack.AttackMethod} and {@link org.nlcen.attack.AttackGoal.Kind}.
     *
     * @param goalMask for goals that are given: the bits of the 256x256 mask, row by row, lowest bit first, Base64; else null
     * @param right columns a shifted goal moves by
     * @param source id of the network the images are made against; null where each is attacked itself
     * @param epsilon grey levels of 255
     */
    public record Attack(
            String method,
            int steps,
            int starts,
            long seed,
            String goal,
            String goalMask,
            int right,
            int down,
            String source,
            double epsilon) {}

    /** What one network answered at one epsilon. */
    public record Measured(String model, double epsilon, int steps, double dic, double jsc) {}

    public Session {
        networks = networks == null ? List.of() : List.copyOf(networks);
        numbers = numbers == null ? List.of() : List.copyOf(numbers);
        parts = parts == null ? new JsonObject() : parts;
    }

    /** The image's file and the truth's, where there are such. */
    Set<Path> files() {
        return Stream.of(image.file(), truth == null ? null : truth.file())
                .filter(Objects::nonNull)
                .map(Path::of)
                .collect(Collectors.toSet());
    }

    /** Whether both hold the same work, whenever it was saved. */
    public boolean sameWork(Session other) {
        return other != null && at("").equals(other.at(""));
    }

    private Session at(String time) {
        return new Session(format, program, time, image, truth, view, window, networks, attack, numbers, parts);
    }

    /** The same with the image's hash. */
    Session with(Image hashed, Truth hashedTruth) {
        return new Session(format, program, saved, hashed, hashedTruth, view, window, networks, attack, numbers, parts);
    }
}
