package org.nlcen.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.BenchModel.Activity;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.log.AuditLog.Action;
import org.nlcen.attack.AttackPlan;

/** Writes into the audit log what becomes of the models, whichever command did it. */
final class AuditWatch {
    private final Workspace workspace;

    private AuditWatch(Workspace workspace) {
        this.workspace = workspace;
    }

    static void begin(Workspace workspace) {
        AuditWatch watch = new AuditWatch(workspace);
        workspace.library().imageProperty().addListener((property, before, now) -> {
            String kind = now.source().origin().format();
            workspace.audit(Action.OPENED, Map.of("kind", kind));
        });
        BenchModel bench = workspace.bench();
        bench.activityProperty().addListener((property, before, now) -> {
            if (now == Activity.DONE) {
                bench.columns().forEach(watch::attacked);
            }
        });
        workspace.desk().drawing().whenWritten(watch::drawn);
    }

    private void attacked(ColumnModel column) {
        if (column.stage() == ColumnModel.Stage.READY) {
            AttackPlan plan = workspace.bench().plan();
            workspace.audit(
                    Action.ATTACKED,
                    Map.of(
                            "model",
                            column.id(),
                            "weights",
                            column.card().sha256(),
                            "attack",
                            plan.settings().method().name(),
                            "goal",
                            plan.goal().kindWith(workspace.bench().truth()).name(),
                            "epsilon",
                            String.valueOf(column.computed().last())));
        }
    }

    private void drawn(OpenedImage image, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        // the ending alone: the name may be the patient's
        String kind = name.endsWith(".dcm") ? "dcm" : name.matches(".*\\.tiff?") ? "tif" : "png";
        workspace.audit().record(Action.TRUTH_SAVED, image.studyUid(), Map.of("kind", kind));
    }
}
