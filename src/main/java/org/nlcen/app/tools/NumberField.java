package org.nlcen.app.tools;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.nlcen.app.base.Texts;

/** A field for a number: Enter takes it, Escape puts the old one back, arrow keys step (with Shift coarse, Ctrl fine). */
final class NumberField extends TextField {
    private static final double COARSE = 10;

    private final Texts texts;
    private final DoubleConsumer taken;
    private double value;
    private int decimals;
    private double step = 1;

    NumberField(Texts texts, DoubleConsumer taken) {
        this.texts = texts;
        this.taken = taken;
        getStyleClass().add("number-field");
        setOnAction(event -> take());
        focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                take();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows a value; not while the user types one. */
    void show(double now, int places, double by) {
        value = now;
        decimals = places;
        step = by;
        if (!isFocused()) {
            write();
        }
    }

    private void write() {
        setText(texts.number(value, decimals));
    }

    private void key(KeyEvent event) {
        double fine = decimals == 0 ? 1 : Math.pow(10, -decimals);
        double by = event.isShiftDown() ? step * COARSE : event.isShortcutDown() ? fine : step;
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            set(value + (event.getCode() == KeyCode.UP ? by : -by));
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            write();
            event.consume();
        }
    }

    private void take() {
        parse(texts, getText()).ifPresentOrElse(this::set, this::write);
    }

    private void set(double now) {
        if (!texts.number(now, decimals).equals(texts.number(value, decimals))) {
            value = now;
            taken.accept(now);
        }
        write();
    }

    /** A number in the language's way or with a plain point; empty for anything else. */
    static OptionalDouble parse(Texts texts, String text) {
        String plain = text.strip().replace('\u2212', '-');
        try {
            return OptionalDouble.of(Double.parseDouble(plain)).stream()
                    .filter(Double::isFinite)
                    .findFirst();
        } catch (NumberFormatException notPlain) {
            ParsePosition end = new ParsePosition(0);
            Number number = NumberFormat.getInstance(texts.locale()).parse(plain, end);
            return number == null || end.getIndex() < plain.length()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(number.doubleValue());
        }
    }
}
