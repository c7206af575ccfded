package org.nlcen.app.attack;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;

import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.attack.BenchModel.Activity;
import org.nlcen.app.base.Texts;

/** The dock with the epsilon slider, its number, the play button and the progress. */
public final class EpsilonController {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final javafx.util.Duration PICTURE = javafx.util.Duration.millis(350);

    private final BenchModel bench;
    private final Texts texts;
    private final Sweep sweep;
    private final Timeline film;

    @FXML
    private TextField field;

    @FXML
    private Button play;

    @FXML
    private FontIcon playIcon;

    @FXML
    private EpsilonSlider slider;

    @FXML
    private Label progressText;

    @FXML
    private Button pause;

    @FXML
    private ProgressBar progressBar;

    @FXML
    private Label progressDetail;

    public EpsilonController(BenchModel bench, Texts texts) {
        this.bench = bench;
        this.texts = texts;
        this.sweep = new Sweep(bench);
        this.film = new Timeline(new KeyFrame(PICTURE, event -> nextPicture()));
        film.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        slider.setId("epsilonSlider");
        slider.setAccessibleText(texts.get("epsilon.accessible"));
        slider.valueProperty().bindBidirectional(bench.epsilonProperty());
        slider.onTouched(film::stop);
        slider.compare(bench.compare(), texts.get("epsilon.weakAccessible"));
        slider.columns(bench.columns());
        bench.columns().addListener((ListChangeListener<ColumnModel>) change -> slider.columns(bench.columns()));
        bench.epsilonProperty().addListener((property, before, now) -> showNumber());
        field.setOnAction(event -> readNumber());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                showNumber();
            }
        });
        field.setAccessibleText(texts.get("epsilon.accessible"));
        play.setOnAction(event -> togglePlay());
        play.setAccessibleText(texts.get("command.play"));
        film.statusProperty()
                .addListener((property, before, now) ->
                        playIcon.setIconLiteral(now == Animation.Status.RUNNING ? "mdi2p-pause" : "mdi2p-play"));
        pause.setOnAction(event -> togglePause());
        bench.activityProperty().addListener((property, before, now) -> showProgress());
        bench.progressProperty().addListener((property, before, now) -> showProgress());
        showNumber();
        showProgress();
    }

    /** Plays the sweep, or stops it. */
    public void togglePlay() {
        if (film.getStatus() == Animation.Status.RUNNING) {
            film.stop();
        } else {
            sweep.begin();
            film.play();
        }
    }

    /** Pauses the work, or lets it go on. */
    public void togglePause() {
        if (bench.activity() == Activity.PAUSED) {
            bench.resume();
        } else {
            bench.pause();
        }
    }

    private void nextPicture() {
        if (!sweep.advance()) {
            film.stop();
        }
    }

    private void showNumber() {
        field.setText(texts.epsilon(bench.epsilon()));
        field.pseudoClassStateChanged(WRONG, false);
    }

    private void readNumber() {
        String text = field.getText().trim();
        ParsePosition at = new ParsePosition(0);
        Number number = NumberFormat.getNumberInstance(texts.locale()).parse(text, at);
        boolean valid = number != null
                && at.getIndex() == text.length()
                && number.doubleValue() >= 0
                && number.doubleValue() <= EpsilonScale.MAX;
        if (valid) {
            film.stop();
            bench.epsilonProperty().set(EpsilonScale.snap(number.doubleValue()));
            showNumber();
            field.selectAll();
        }
        field.pseudoClassStateChanged(WRONG, !valid);
    }

    private void showProgress() {
        Activity activity = bench.activity();
        Progress progress = bench.progressProperty().get();
        boolean active = activity == Activity.WORKING || activity == Activity.PAUSED;
        pause.setVisible(active);
        pause.setText(texts.get(activity == Activity.PAUSED ? "progress.resume" : "progress.pause"));
        progressBar.setVisible(activity != Activity.NONE);
        progressBar.setProgress(progress.part());
        progressText.setText(texts.get("progress." + activity));
        progressDetail.setText(activity == Activity.NONE ? "" : detail(progress, activity));
    }

    private String detail(Progress progress, Activity activity) {
        String steps = texts.get("progress.steps", progress.done(), progress.total());
        boolean telling = activity == Activity.WORKING && progress.left().isPresent();
        return telling ? steps + " · " + left(progress.left().get()) : steps;
    }

    private String left(Duration duration) {
        long seconds = Math.max(1, duration.toSeconds());
        return seconds < 90
                ? texts.get("progress.seconds", seconds)
                : texts.get("progress.minutes", Math.round(seconds / 60.0));
    }
}
