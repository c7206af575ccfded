package org.nlcen.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.nlcen.model.ModelCard;
import org.nlcen.model.ModelCatalog;

/** Which network's attacks are transferred to a network. */
public final class TransferSource {
    private TransferSource() {}

    /**
     * The network without NLCE where there is one: {@code nlcen-no-nlce-TASK} for {@code nlcen-…-TASK}, {@code X-TASK} for
     * {@code X-nlce-TASK}; else the first other network of the same task that can be used.
     */
    public static Optional<String> of(String id, ModelCatalog catalog) {
        List<ModelCard> usable = catalog.entries().stream()
                .filter(ModelCatalog.Entry::usable)
                .map(ModelCatalog.Entry::card)
                .filter(card -> !card.id().equals(id))
                .toList();
        String task = id.substring(id.lastIndexOf('-') + 1);
        Stream<String> wanted = Stream.of(id.replace("-nlce-", "-"), "nlcen-no-nlce-" + task);
        return Stream.concat(
                        wanted.filter(name ->
                                usable.stream().anyMatch(card -> card.id().equals(name))),
                        usable.stream().map(ModelCard::id).filter(name -> name.endsWith("-" + task)))
                .findFirst();
    }
}
