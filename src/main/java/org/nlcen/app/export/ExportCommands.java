package org.nlcen.app.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.stage.FileChooser.ExtensionFilter;
import javax.imageio.ImageIO;

import org.nlcen.app.Workspace;
import org.nlcen.app.base.CardTexts;
import org.nlcen.app.base.LongTask;
import org.nlcen.app.base.SaveDialog;
import org.nlcen.app.base.Texts;
import org.nlcen.app.commands.Commands;
import org.nlcen.app.help.ProgramVersion;
import org.nlcen.app.library.ShownNames;
import org.nlcen.app.log.AuditLog;
import org.nlcen.app.log.AuditLog.Action;
import org.nlcen.attack.AttackSettings;
import org.nlcen.image.AtomicFile;

/** Film, strip and report from the menu. */
public final class ExportCommands {
    private static final int STRIP = 8;
    private static final int PICTURE = 45;
    private static final int HELD = 160;

    private final Workspace workspace;
    private final Texts texts;
    private final SaveDialog saving;

    public ExportCommands(Workspace workspace, Texts texts, SaveDialog saving) {
        this.workspace = workspace;
        this.texts = texts;
        this.saving = saving;
    }

    public void addTo(Commands commands) {
        ObservableBooleanValue open = workspace.library().imageProperty().isNotNull();
        commands.add("export", "exportGif", "Shortcut+Shift+G", open, () -> choose("gif"));
        commands.add("export", "exportStrip", "Shortcut+Shift+E", open, () -> choose("png"));
        commands.add("export", "exportReport", "Shortcut+R", open, () -> choose("pdf"));
    }

    /** Something that is written to a file away from the window's thread. */
    @FunctionalInterface
    private interface Export {
        void write(Showing showing, Path file, LongTask task) throws IOException;
    }

    private void choose(String ending) {
        if (Showing.of(workspace, texts).isEmpty()) {
            workspace.notices().add(texts.get("sweep.nothing"));
            return;
        }
        String name = ShownNames.forFile(
                workspace.library().image().source(),
                workspace.overlay().patientHidden(),
                texts,
                texts.get("sweep.fileName." + ending));
        ExtensionFilter kind = new ExtensionFilter(texts.get("sweep.files." + ending), "*." + ending);
        // what is written is what is on the screen when the file is chosen, not what was there before
        saving.file(texts.get("sweep.title." + ending), name + "." + ending, kind)
                .ifPresent(file -> write(ending, file));
    }

    /**
     * Writes an export of what is on the screen, away from the window's thread, shows how far it is where that takes long, and says
     * how it went. Stopped by the user, it leaves no file.
     *
     * @param ending "gif", "png" or "pdf"
     */
    public void write(String ending, Path file) {
        Export export =
                switch (ending) {
                    case "gif" -> this::film;
                    case "png" -> this::strip;
                    default -> report(settings());
                };
        Showing.of(workspace, texts).ifPresent(showing -> write(ending, showing, file, export));
    }

    private void write(String ending, Showing showing, Path file, Export export) {
        String name = ShownNames.of(file, workspace.overlay().patientHidden(), texts);
        // as it is now: the bench and the list of images go on while this is written
        Optional<String> study = workspace.studyUid();
        Map<String, String> details = AuditLog.export(
                ending,
                workspace.bench().plan().settings().method().name(),
                showing.epsilons().last(),
                showing.networks().stream().map(Showing.Network::sha256).toList());
        LongTask.run(
                saving.window(),
                texts,
                texts.get("sweep.title." + ending),
                task -> {
                    export.write(showing, file, task);
                    return name;
                },
                done -> {
                    workspace.audit().record(Action.EXPORTED, study, details);
                    workspace.notices().tell(texts.get("sweep.done", done));
                },
                cause -> failed(name, cause));
    }

    private void failed(String name, Exception cause) {
        String why = ShownNames.of(cause, workspace.overlay().patientHidden(), texts);
        workspace.notices().add(texts.get("sweep.failed", name, why));
    }

    private void film(Showing showing, Path file, LongTask task) throws IOException {
        List<Double> epsilons = List.copyOf(showing.epsilons());
        SweepPictures pictures = new SweepPictures(showing, texts);
        List<Integer> times = new ArrayList<>();
        for (int i = 0; i < epsilons.size(); i++) {
            times.add(i == 0 || i == epsilons.size() - 1 ? HELD : PICTURE);
        }
        AtomicFile.write(
                file,
                out -> GifFilm.write(
                        out,
                        i -> {
                            task.check();
                            return pictures.frame(epsilons.get(i));
                        },
                        times,
                        done -> task.progress(done, epsilons.size())));
    }

    private void strip(Showing showing, Path file, LongTask task) throws IOException {
        SweepPictures pictures = new SweepPictures(showing, texts);
        AtomicFile.write(file, out -> ImageIO.write(pictures.strip(showing.spread(STRIP)), "png", out));
    }

    /** @param settings as they were when the report was asked for: the bench is the window's */
    private Export report(Map<String, String> settings) {
        return (showing, file, task) -> {
            PdfReport report =
                    new PdfReport(showing, texts, ProgramVersion.current(), settings, Calendar.getInstance());
            AtomicFile.write(file, report::write);
        };
    }

    private Map<String, String> settings() {
        Map<String, String> lines = new LinkedHashMap<>();
        AttackSettings settings = workspace.bench().plan().settings();
        if (settings.method().choosesSteps()) {
            lines.put(
                    texts.get("onePage.iterations"),
                    texts.get("onePage.steps", settings.steps(), settings.starts(), String.valueOf(settings.seed())));
        }
        workspace
                .bench()
                .source()
                .ifPresent(column -> lines.put(texts.get("onePage.source"), CardTexts.name(column.card(), texts)));
        workspace.deviceProperty().get().ifPresent(device -> lines.put(texts.get("onePage.device"), device.name()));
        lines.put(
                texts.get("onePage.versions"),
                "NLCEN Viewer " + ProgramVersion.current() + ", Java " + System.getProperty("java.version"));
        return lines;
    }
}
