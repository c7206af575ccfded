package org.nlcen.app.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.util.List;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;

/** Loads views: an FXML file beside its controller, whose constructor takes what it needs from here. */
public final class Parts {
    private final List<Object> shared;
    private final Texts texts;

    /** @param shared the objects that controllers may ask for, each of its own class */
    public Parts(Texts texts, Object... shared) {
        this.texts = texts;
        this.shared = List.of(shared);
    }

    public Texts texts() {
        return texts;
    }

    /**
     * A view with its controller.
     *
     * @param view what the FXML file describes
     */
    public record Part<C>(Node view, C controller) {}

    /**
     * Loads the FXML file named {@code file} that lies beside the controller's class.
     *
     * @param own further objects for the controller's constructor, besides the shared ones
     */
    public <C> Part<C> load(Class<C> controller, String file, Object... own) {
        FXMLLoader loader = new FXMLLoader(controller.getResource(file), texts.bundle());
        loader.setControllerFactory(type -> create(type, own));
        try {
            Node view = loader.load();
            return new Part<>(view, controller.cast(loader.getController()));
        } catch (IOException e) {
            throw new UncheckedIOException("The view " + file + " is damaged", e);
        }
    }

    private Object create(Class<?> type, Object... own) {
        Constructor<?> constructor = type.getConstructors()[0];
        Object[] arguments = new Object[constructor.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(constructor.getParameterTypes()[i], own);
        }
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e);
        }
    }

    private Object argument(Class<?> wanted, Object... own) {
        if (wanted == Texts.class) {
            return texts;
        }
        if (wanted == Parts.class) {
            return this;
        }
        for (List<Object> some : List.of(List.of(own), shared)) {
            for (Object candidate : some) {
                if (wanted.isInstance(candidate)) {
                    return candidate;
                }
            }
        }
        throw new IllegalStateException("nothing to pass for " + wanted.getName());
    }
}
