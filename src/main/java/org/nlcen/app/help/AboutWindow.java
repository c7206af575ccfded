package org.nlcen.app.help;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.nlcen.app.base.Panels;
import org.nlcen.app.base.Rows;
import org.nlcen.app.base.Texts;
import org.nlcen.image.AppFolders;
import org.nlcen.model.Engines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the program is, which versions it consists of, and under which licences. */
public final class AboutWindow {
    private static final Logger LOG = LoggerFactory.getLogger(AboutWindow.class);
    private static final double WIDTH = 680;
    private static final double HEIGHT = 560;

    private final Panels panels;
    private final Texts texts;
    private final Runnable copy;

    /** @param copy copies the system information */
    public AboutWindow(Panels panels, Texts texts, Runnable copy) {
        this.panels = panels;
        this.texts = texts;
        this.copy = copy;
    }

    public void show() {
        panels.show("about", texts.get("about.title"), Panels.Kind.BESIDE, WIDTH, HEIGHT, this::content);
    }

    private Node content() {
        Label name = new Label("NLCEN Viewer " + ProgramVersion.current());
        name.getStyleClass().add("statement-title");
        TextArea licences = new TextArea(licences());
        licences.setEditable(false);
        licences.setAccessibleText(texts.get("about.licences"));
        licences.getStyleClass().add("licences");
        licences.setPrefRowCount(16);
        VBox.setVgrow(licences, Priority.ALWAYS);
        VBox body = Rows.lines(List.of(
                name,
                Rows.text(texts.get("about.what")),
                Rows.text(texts.get("statement.device"), "muted"),
                Rows.text(texts.get(
                        "about.runtime",
                        System.getProperty("java.runtime.version", "?"),
                        System.getProperty("javafx.runtime.version", "?"),
                        Engines.versions())),
                new Label(texts.get("about.licences")),
                licences));
        return Rows.page(
                body,
                Rows.foot(
                        Rows.button(texts.get("command.systemInfo"), copy),
                        Rows.button(texts.get("panel.close"), () -> panels.close("about"), "accent")));
    }

    /** The program's own licence and notice, and what the build collected of the libraries it brings. */
    private String licences() {
        List<String> parts = new ArrayList<>();
        resource("/META-INF/NOTICE").or(() -> file("NOTICE")).ifPresent(parts::add);
        parts.add(file("THIRD-PARTY.txt").orElse(texts.get("about.noList")));
        resource("/META-INF/LICENSE").or(() -> file("LICENSE")).ifPresent(parts::add);
        return String.join("\n\n", parts);
    }

    private static Optional<String> resource(String name) {
        try (InputStream in = AboutWindow.class.getResourceAsStream(name)) {
            // other libraries bring files of that name too: only the program's own is wanted
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .filter(text -> name.endsWith("LICENSE") || text.contains("NLCEN"));
        } catch (IOException e) {
            LOG.warn("{} cannot be read", name, e);
            return Optional.empty();
        }
    }

    private static Optional<String> file(String name) {
        Optional<Path> file =
                AppFolders.installation().map(home -> home.resolve(name)).filter(Files::isRegularFile);
        try {
            return file.isPresent()
                    ? Optional.of(Files.readString(file.get(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be read", name, e);
            return Optional.empty();
        }
    }
}
