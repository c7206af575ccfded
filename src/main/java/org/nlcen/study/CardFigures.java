package org.nlcen.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.nlcen.model.ModelCard;

/** What of a study goes into the cards of its networks. */
public final class CardFigures {
    private static final Set<Double> SHOWN = Set.of(0.0, 8.0, 16.0, 32.0);

    private CardFigures() {}

    /**
     * The card with a study's figures at 0, 8, 16 and 32 in place of its older ones of the same collection; others stay,
     * behind those of the networks' own task sets.
     */
    public static ModelCard merged(ModelCard card, String title, List<Summary> summaries) {
        List<ModelCard.Figure> figures = new ArrayList<>();
        List<ModelCard.Figure> others = new ArrayList<>();
        for (Summary s : summaries) {
            if (s.model().equals(card.id()) && SHOWN.contains(s.epsilon())) {
                figures.add(new ModelCard.Figure(
                        title, s.images(), s.epsilon(), s.dic().value(), s.jsc().value()));
            }
        }
        card.figures().stream()
                .filter(figure -> !figure.dataset().equals(title))
                .forEach(others::add);
        boolean own = title.startsWith("JSRT") || title.startsWith("ISBI");
        figures.addAll(own ? figures.size() : 0, others);
        return card.withFigures(figures);
    }
}
