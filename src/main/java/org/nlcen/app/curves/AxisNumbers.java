package org.nlcen.app.curves;

import javafx.util.StringConverter;

import org.nlcen.app.base.Texts;

/** The numbers at an axis from 0 to 1, in the window's language: whole ones without decimals, others with one. */
final class AxisNumbers extends StringConverter<Number> {
    private final Texts texts;

    AxisNumbers(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String toString(Number value) {
        return texts.number(value.doubleValue(), value.doubleValue() % 1 == 0 ? 0 : 1);
    }

    @Override
    public Number fromString(String text) {
        throw new UnsupportedOperationException("nothing is typed on an axis");
    }
}
