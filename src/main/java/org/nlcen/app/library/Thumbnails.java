package org.nlcen.app.library;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.nlcen.dicom.study.Instance;
import org.nlcen.dicom.study.Skipped;
import org.nlcen.dicom.study.Thumbnail;
import org.nlcen.image.ImageReadException;

/** Small pictures for a list, made when they are first asked for; for the window's thread. */
final class Thumbnails {
    /** Points of the longer side, twice what is shown, for fine screens. */
    static final int SIDE = 112;

    private static final int MOST_KEPT = 400;

    private final Executor background;
    private final Executor window;
    private final Consumer<Skipped> damaged;
    private final Map<Path, Image> made = new LinkedHashMap<>();
    private final Set<Path> hopeless = new HashSet<>();
    private final Map<Path, Consumer<Image>> asked = new HashMap<>();

    /**
     * @param background where pictures are made, one after the other
     * @param damaged told of a file that turned out to be damaged
     */
    Thumbnails(Executor background, Executor window, Consumer<Skipped> damaged) {
        this.background = background;
        this.window = window;
        this.damaged = damaged;
    }

    /** The picture, if it is there; else {@code later} is called once it is, unless asked for again in between. */
    Optional<Image> of(Instance instance, Consumer<Image> later) {
        Path file = instance.file();
        Image known = made.get(file);
        if (known == null && !hopeless.contains(file)) {
            boolean first = asked.put(file, later) == null;
            if (first) {
                background.execute(() -> make(instance));
            }
        }
        return Optional.ofNullable(known);
    }

    /** Forgets all pictures: other files may come under the same names. */
    void clear() {
        made.clear();
        hopeless.clear();
        asked.clear();
    }

    private void make(Instance instance) {
        try {
            Thumbnail small = Thumbnail.of(instance, SIDE);
            window.execute(() -> keep(instance.file(), small));
        } catch (ImageReadException e) {
            Skipped why = new Skipped(instance.file(), instance.name(), e.reason(), e.detail());
            window.execute(() -> giveUp(why));
        } catch (RuntimeException | OutOfMemoryError e) {
            window.execute(() -> hopeless.add(instance.file()));
        }
    }

    private void keep(Path file, Thumbnail small) {
        Consumer<Image> waiting = asked.remove(file);
        if (waiting == null) {
            return;
        }
        if (made.size() >= MOST_KEPT) {
            made.remove(made.keySet().iterator().next());
        }
        WritableImage image = new WritableImage(small.width(), small.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        small.width(),
                        small.height(),
                        PixelFormat.getIntArgbInstance(),
                        small.argb(),
                        0,
                        small.width());
        made.put(file, image);
        waiting.accept(image);
    }

    private void giveUp(Skipped why) {
        if (asked.remove(why.file()) != null) {
            hopeless.add(why.file());
            damaged.accept(why);
        }
    }
}
