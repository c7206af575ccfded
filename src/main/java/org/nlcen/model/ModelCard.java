package org.nlcen.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one network; {@code card.json} beside its weights.
 *
 * @param id {@code NETWORK-TASK} or {@code NETWORK-VARIANT-TASK}, such as {@code unet-lung}
 * @param name what a column's title shows, such as "U-Net"
 * @param architecture id of the architecture, such as {@code unet}
 * @param task what it finds
 * @param parameters trained values
 * @param training how it was trained; empty while it is not
 * @param figures measured figures on the test images, clean first, then by epsilon
 * @param checks whether its robustness is real; empty while it was not checked
 * @param sha256 of the weights ({@link SafeTensors#sha256}), lower-case hexadecimal, empty while not trained
 * @param notes the training's note in other languages than English, by their codes; usually none
 */
public record ModelCard(
        String id,
        String name,
        String architecture,
        Task task,
        long parameters,
        Optional<Training> training,
        List<Figure> figures,
        List<Check> checks,
        String sha256,
        Map<String, String> notes) {

    /** How a network was trained. */
    public record Training(
            String data,
            String split,
            int images,
            int epochs,
            long seed,
            String command,
            String date,
            String licence,
            String terms,
            String note) {}

    /**
     * Mean per-image overlap on test images.
     *
     * @param dataset the images, such as "JSRT even fold"
     * @param images how many
     * @param epsilon grey levels the adversary was allowed; 0 is clean
     * @param dic Dice coefficient, 0..1
     * @param jsc Jaccard index, 0..1
     */
    public record Figure(String dataset, int images, double epsilon, double dic, double jsc) {}

    /**
     * The verdict of one check.
     *
     * @param kind what was checked
     * @param passed by the kind's rule
     * @param images on how many images
     * @param finding the figures, a sentence in English
     */
    public record Check(HonestyCheck kind, boolean passed, int images, String finding) {}

    public ModelCard {
        figures = List.copyOf(figures);
        checks = List.copyOf(checks);
        notes = Map.copyOf(notes);
    }

    /** A card of a network that was not checked. */
    public ModelCard(
            String id,
            String name,
            String architecture,
            Task task,
            long parameters,
            Optional<Training> training,
            List<Figure> figures,
            String sha256) {
        this(id, name, architecture, task, parameters, training, figures, List.of(), sha256, Map.of());
    }

    /** The same card with other figures. */
    public ModelCard withFigures(List<Figure> measured) {
        return new ModelCard(id, name, architecture, task, parameters, training, measured, checks, sha256, notes);
    }

    /** The same card with other checks. */
    public ModelCard withChecks(List<Check> made) {
        return new ModelCard(id, name, architecture, task, parameters, training, figures, made, sha256, notes);
    }

    /** Checks not passed: what the network shows under attack is better than what it withstands. */
    public List<Check> failedChecks() {
        return checks.stream().filter(check -> !check.passed()).toList();
    }

    /** Whether there are weights to load. */
    public boolean trained() {
        return training.isPresent();
    }

    /** The figure for an epsilon, if it was measured. */
    public Optional<Figure> figure(double epsilon) {
        return figures.stream().filter(figure -> figure.epsilon() == epsilon).findFirst();
    }
}
