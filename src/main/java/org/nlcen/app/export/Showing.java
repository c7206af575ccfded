package org.nlcen.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

import org.nlcen.app.Workspace;
import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.Outcome;
import org.nlcen.app.attack.Palette;
import org.nlcen.app.base.CardTexts;
import org.nlcen.app.base.Texts;
import org.nlcen.app.library.GroundTruth;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.library.ShownNames;
import org.nlcen.image.Contour;
import org.nlcen.image.NetworkInput;

/**
 * All that an export shows, taken from the window at one moment; safe for any thread.
 *
 * @param image what the image is called; never by its file's name
 * @param facts its size and kind
 * @param input what the networks see
 * @param truth outlines of the ground truth, in the 256x256 pixels of the network
 * @param measuredAgainst whether numbers are measured against the ground truth, else against each clean answer
 * @param attack the attack in words
 * @param epsilon the one on the screen
 * @param low grey level shown black
 * @param high grey level shown white
 * @param networks those that answered
 */
public record Showing(
        String image,
        String facts,
        NetworkInput input,
        List<Contour> truth,
        boolean measuredAgainst,
        String attack,
        String goal,
        double epsilon,
        double low,
        double high,
        List<Network> networks) {

    /**
     * A network and its answers by rising epsilon, the clean one first.
     *
     * @param rgb its colour, 0xRRGGBB
     */
    public record Network(String id, String name, String sha256, int rgb, List<Outcome> outcomes) {
        /** The answer at an epsilon. */
        public Optional<Outcome> at(double wanted) {
            return outcomes.stream()
                    .filter(outcome -> outcome.epsilon() == wanted)
                    .findFirst();
        }
    }

    /** On the window's thread; empty while there is nothing to show. */
    public static Optional<Showing> of(Workspace workspace, Texts texts) {
        OpenedImage image = workspace.library().image();
        BenchModel bench = workspace.bench();
        List<Network> networks = new ArrayList<>();
        for (ColumnModel column : bench.columns()) {
            if (column.clean().isPresent()) {
                networks.add(new Network(
                        column.id(),
                        CardTexts.name(column.card(), texts),
                        column.card().sha256(),
                        Palette.rgb(column.colour()),
                        List.copyOf(column.outcomes())));
            }
        }
        if (image == null || networks.isEmpty() || bench.input().isEmpty()) {
            return Optional.empty();
        }
        String size = texts.get(
                "source.size",
                String.valueOf(image.source().width()),
                String.valueOf(image.source().height()));
        return Optional.of(new Showing(
                // people name files after patients, and exports are passed on
                ShownNames.of(image.source(), true, texts),
                size + ", " + ShownNames.format(image.source(), texts),
                bench.input().get(),
                image.truth().map(GroundTruth::edges).orElse(List.of()),
                bench.truth().isPresent(),
                texts.get("attackName." + bench.plan().settings().method()),
                texts.get("goalName." + bench.plan().goal().kindWith(bench.truth())),
                bench.epsilon(),
                workspace.look().windowing().networkLow(),
                workspace.look().windowing().networkHigh(),
                List.copyOf(networks)));
    }

    /** Epsilons that every network has, 0 among them. */
    public NavigableSet<Double> epsilons() {
        NavigableSet<Double> common = new TreeSet<>();
        networks.get(0).outcomes().forEach(outcome -> common.add(outcome.epsilon()));
        for (Network network : networks) {
            common.removeIf(epsilon -> network.at(epsilon).isEmpty());
        }
        return common;
    }

    /** At most so many of them, evenly spread in their order, the first and the last among them. */
    public List<Double> spread(int most) {
        List<Double> all = List.copyOf(epsilons());
        if (all.size() <= most) {
            return all;
        }
        List<Double> chosen = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            chosen.add(all.get((int) Math.round(i * (all.size() - 1) / (most - 1.0))));
        }
        return chosen;
    }
}
