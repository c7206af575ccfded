package org.nlcen.app.base;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that takes its time, on a thread of its own, with a small window that tells how far it is and stops it on
 * request; what is done at once shows none. For the window's thread.
 */
public final class LongTask {
    private static final Logger LOG = LoggerFactory.getLogger(LongTask.class);
    private static final double WIDTH = 360;
    private static final Duration AT_ONCE = Duration.millis(500);

    private final Window owner;
    private final Texts texts;
    private final Label detail = new Label();
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final PauseTransition patience = new PauseTransition(AT_ONCE);
    private volatile boolean cancelled;

    /** The work itself. */
    @FunctionalInterface
    public interface Work<T> {
        /** @param task to report progress to, and to ask whether to stop */
        T run(LongTask task) throws Exception;
    }

    private LongTask(Window owner, Texts texts, String title) {
        this.owner = owner;
        this.texts = texts;
        bar.setMaxWidth(Double.MAX_VALUE);
        detail.getStyleClass().addAll("muted", "number");
        Label head = new Label(title);
        head.getStyleClass().add("dialog-head");
        VBox box = new VBox(head, bar, detail);
        box.getStyleClass().add("dialog-box");
        box.setPrefWidth(WIDTH);
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.getDialogPane().setContent(box);
        ButtonType stop = new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().add(stop);
        Dress.as(owner, dialog.getDialogPane());
        dialog.setOnHidden(event -> cancelled = true);
        patience.setOnFinished(event -> dialog.show());
    }

    /**
     * Begins.
     *
     * @param title what is done, for the user
     * @param done takes the result on the window's thread
     * @param failed takes what went wrong on the window's thread; too little memory comes as a sentence that says what to do
     */
    public static <T> void run(
            Window owner, Texts texts, String title, Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        LongTask task = new LongTask(owner, texts, title);
        task.patience.play();
        Thread thread = new Thread(() -> task.execute(work, done, failed), "long-task");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether the user asked to stop; from any thread. */
    public boolean cancelled() {
        return cancelled;
    }

    /**
     * Ends the work here if the user asked to stop; from any thread.
     *
     * @throws CancellationException then
     */
    public void check() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    /** Tells how far it is; {@code total} below 1 where that is not known. From any thread. */
    public void progress(int finished, int total) {
        Platform.runLater(() -> {
            bar.setProgress(total < 1 ? ProgressBar.INDETERMINATE_PROGRESS : finished / (double) total);
            detail.setText(total < 1 ? texts.get("task.some", finished) : texts.get("task.of", finished, total));
        });
    }

    private void close() {
        patience.stop();
        dialog.close();
    }

    private <T> void execute(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        try {
            T result = work.run(this);
            Platform.runLater(() -> {
                close();
                done.accept(result);
            });
        } catch (OutOfMemoryError e) {
            end(e, new IOException(texts.get("task.noMemory"), e), failed);
        } catch (Exception e) {
            end(e, e, failed);
        } catch (LinkageError | StackOverflowError | AssertionError e) {
            end(e, new IOException(e.toString(), e), failed);
        }
    }

    private void end(Throwable cause, Exception told, Consumer<Exception> failed) {
        if (!cancelled) {
            // the message may name a file, and with it a patient
            LOG.warn("A task of the window failed: {}", cause.getClass().getName());
        }
        Platform.runLater(() -> {
            boolean stopped = cancelled;
            close();
            if (!stopped) {
                failed.accept(told);
            }
        });
    }
}
