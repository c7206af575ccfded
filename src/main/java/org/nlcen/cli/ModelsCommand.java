package org.nlcen.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.nlcen.image.Explanation;
import org.nlcen.model.ModelCard;
import org.nlcen.model.ModelCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nlcen models}: every known network and how well it does. */
@Command(
        name = "models",
        subcommands = {ModelImportCommand.class, ModelRemoveCommand.class, ModelAnswersCommand.class},
        description =
                "Lists the networks with their measured figures: mean Dice (DIC) and Jaccard (JSC) on test images.")
final class ModelsCommand extends CliCommand {
    @Option(names = "--json", description = "As a list of JSON objects.")
    private boolean json;

    @Override
    public Integer call() {
        List<ModelCatalog.Entry> entries = ModelCatalog.ofUser().entries();
        if (json) {
            List<Map<String, Object>> list = new ArrayList<>();
            entries.forEach(entry -> list.add(describe(entry)));
            printJson(list);
            return 0;
        }
        int ids = width(entries, ModelCard::id);
        int names = width(entries, ModelCard::name);
        String row = "%-" + ids + "s  %-" + names + "s  %-4s  %11s  %s%n";
        out().printf(row, "id", "network", "task", "parameters", "DIC clean / 8 / 16 / 32");
        for (ModelCatalog.Entry entry : entries) {
            ModelCard card = entry.card();
            out().printf(
                            row,
                            card.id(),
                            card.name(),
                            card.task().name().toLowerCase(Locale.ROOT),
                            String.format(Locale.ROOT, "%,d", card.parameters()),
                            state(entry));
        }
        out().flush();
        return 0;
    }

    private static int width(List<ModelCatalog.Entry> entries, Function<ModelCard, String> text) {
        return entries.stream()
                .mapToInt(entry -> text.apply(entry.card()).length())
                .max()
                .orElse(1);
    }

    private static String state(ModelCatalog.Entry entry) {
        if (entry.problem().isPresent()) {
            return "cannot be used: " + entry.problem().get();
        }
        if (!entry.card().trained()) {
            return "not trained";
        }
        StringBuilder figures = new StringBuilder();
        for (double epsilon : new double[] {0, 8, 16, 32}) {
            figures.append(figures.isEmpty() ? "" : " / ")
                    .append(entry.card()
                            .figure(epsilon)
                            .map(figure -> String.format(Locale.ROOT, "%.3f", figure.dic()))
                            .orElse("-"));
        }
        List<ModelCard.Check> failed = entry.card().failedChecks();
        if (!failed.isEmpty()) {
            figures.append("  robustness in doubt: ")
                    .append(failed.stream()
                            .map(check ->
                                    check.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                            .collect(Collectors.joining(", ")));
        }
        return figures.toString();
    }

    private static Map<String, Object> describe(ModelCatalog.Entry entry) {
        ModelCard card = entry.card();
        Optional<ModelCard.Figure> clean = card.figure(0);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", card.id());
        object.put("name", card.name());
        object.put("architecture", card.architecture());
        object.put("task", card.task().name().toLowerCase(Locale.ROOT));
        object.put("parameters", card.parameters());
        object.put("trained", entry.usable());
        object.put("sha256", card.sha256());
        object.put("dic", clean.map(ModelCard.Figure::dic).orElse(null));
        object.put("jsc", clean.map(ModelCard.Figure::jsc).orElse(null));
        object.put("figures", card.figures());
        object.put("checks", card.checks());
        object.put("training", card.training().orElse(null));
        object.put("problem", entry.problem().map(Explanation::toString).orElse(null));
        return object;
    }
}
