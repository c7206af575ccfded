package org.nlcen.app.ownmodels;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import org.nlcen.app.Workspace;
import org.nlcen.app.base.LongTask;
import org.nlcen.app.base.Message;
import org.nlcen.app.base.Texts;
import org.nlcen.app.commands.Commands;
import org.nlcen.app.library.ReasonTexts;
import org.nlcen.app.log.AuditLog.Action;
import org.nlcen.image.AppFolders;
import org.nlcen.model.ModelCard;
import org.nlcen.model.ModelLoadException;
import org.nlcen.model.OwnModels;
import org.nlcen.network.Architecture;

/** Takes weights of the user's own in: file, what it is for, the question of trust, the check. */
public final class OwnModelCommands {
    private final Workspace workspace;
    private final Texts texts;
    private final Supplier<Window> owner;

    public OwnModelCommands(Workspace workspace, Texts texts, Supplier<Window> owner) {
        this.workspace = workspace;
        this.texts = texts;
        this.owner = owner;
    }

    public void addTo(Commands commands) {
        commands.add("attack", "addNetwork", "", this::choose);
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("ownNetwork.title"));
        chooser.getExtensionFilters().add(new ExtensionFilter(texts.get("ownNetwork.files"), "*.safetensors"));
        File file = chooser.showOpenDialog(owner.get());
        if (file != null) {
            LongTask.run(
                    owner.get(),
                    texts,
                    texts.get("ownNetwork.reading"),
                    task -> OwnModels.fitting(file.toPath()),
                    fitting -> ask(file.toPath(), fitting),
                    this::refused);
        }
    }

    private void ask(Path file, List<Architecture> fitting) {
        if (fitting.isEmpty()) {
            Message.show(
                    owner.get(),
                    texts,
                    texts.get("ownNetwork.refused"),
                    texts.get("ownNetwork.fitsNone", file.getFileName()));
            return;
        }
        new OwnModelDialog(texts, file, fitting, workspace.networks().task())
                .ask(owner.get())
                .ifPresent(answer -> add(file, answer));
    }

    private void add(Path file, OwnModelDialog.Answer answer) {
        OwnModels own = new OwnModels(AppFolders.ofUser().ownModels());
        LongTask.run(
                owner.get(),
                texts,
                texts.get("ownNetwork.checking"),
                task -> own.add(file, answer.architecture(), answer.task(), answer.name()),
                this::added,
                this::refused);
    }

    private void added(ModelCard card) {
        workspace
                .audit()
                .record(Action.NETWORK_ADDED, Optional.empty(), Map.of("model", card.id(), "weights", card.sha256()));
        workspace.networks().refresh();
        workspace.notices().tell(texts.get("ownNetwork.added", card.name(), card.id()));
    }

    private void refused(Exception why) {
        Message.show(
                owner.get(),
                texts,
                texts.get("ownNetwork.refused"),
                ReasonTexts.of(ModelLoadException.reason(why), texts));
    }
}
