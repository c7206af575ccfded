package org.nlcen.app;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.base.Notices;
import org.nlcen.app.base.Notices.Notice;
import org.nlcen.app.base.Texts;

/**
 * Shows the user's notices. What went wrong stands above the panes until it is closed; what is only worth knowing lies over
 * them, moves nothing, and goes by itself.
 */
final class NoticeBar {
    private static final Duration READ = Duration.seconds(8);
    private static final double FROM_BOTTOM = 104;
    private static final double WIDEST = 640;

    private final Notices notices;
    private final HBox banner;
    private final Label bannerText;
    private final HBox toast = new HBox();
    private final Label toastText = new Label();
    private final PauseTransition gone = new PauseTransition(READ);
    private Optional<Notice> warning = Optional.empty();

    /** @param root what covers the whole window */
    NoticeBar(Notices notices, StackPane root, HBox banner, Label bannerText, Button bannerClose, Texts texts) {
        this.notices = notices;
        this.banner = banner;
        this.bannerText = bannerText;
        buildToast(root, texts);
        hideBanner();
        bannerClose.setOnAction(event -> closeBanner());
        notices.waiting().addListener((Observable waiting) -> showWaiting());
        showWaiting();
    }

    private void buildToast(StackPane root, Texts texts) {
        toast.setId("toast");
        toast.getStyleClass().add("toast");
        toast.setAlignment(Pos.CENTER_LEFT);
        toast.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        toastText.setId("toastText");
        toastText.setWrapText(true);
        toastText.setMaxWidth(WIDEST);
        Button close = new Button(null, new FontIcon("mdi2c-close"));
        close.getStyleClass().addAll("button-icon", "flat");
        close.setFocusTraversable(false);
        close.setAccessibleText(texts.get("banner.close"));
        close.setOnAction(event -> closeToast());
        toast.getChildren().setAll(new FontIcon("mdi2c-check-circle-outline"), toastText, close);
        toast.setVisible(false);
        gone.setOnFinished(event -> closeToast());
        toast.setOnMouseEntered(event -> gone.pause());
        toast.setOnMouseExited(event -> gone.play());
        StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
        StackPane.setMargin(toast, new Insets(0, 0, FROM_BOTTOM, 0));
        root.getChildren().add(toast);
    }

    /** Shows what went wrong until the user closes it, before all that waits. */
    void warn(String sentence) {
        bannerText.setText(sentence);
        banner.setVisible(true);
        banner.setManaged(true);
    }

    /** Why the last file was not opened; empty once another one was. */
    void failure(Optional<String> sentence) {
        warning = Optional.empty();
        sentence.ifPresentOrElse(this::warn, this::hideBanner);
        showWaiting();
    }

    private void hideBanner() {
        banner.setVisible(false);
        banner.setManaged(false);
    }

    private void closeBanner() {
        hideBanner();
        Optional<Notice> seen = warning;
        warning = Optional.empty();
        seen.ifPresent(notices::close);
        showWaiting();
    }

    private void closeToast() {
        news().forEach(notices::close);
    }

    private List<Notice> news() {
        return notices.waiting().stream().filter(notice -> !notice.warning()).toList();
    }

    private void showWaiting() {
        if (!banner.isVisible()) {
            warning = notices.waiting().stream().filter(Notice::warning).findFirst();
            warning.map(Notice::sentence).ifPresent(this::warn);
        }
        List<Notice> news = news();
        if (news.isEmpty()) {
            toast.setVisible(false);
            gone.stop();
            return;
        }
        // what has just happened does not wait for what happened before
        String latest = news.get(news.size() - 1).sentence();
        if (!toast.isVisible() || !latest.equals(toastText.getText())) {
            toastText.setText(latest);
            toast.setVisible(true);
            gone.playFromStart();
        }
    }
}
