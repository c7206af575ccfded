package org.nlcen.app.attack;

import java.util.function.DoubleSupplier;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** What is dragged along a line: for a screen reader a slider. */
final class Handle extends Region {
    private final DoubleSupplier value;
    private final double most;

    /** @param value where it is, from 0 to {@code most} */
    Handle(DoubleSupplier value, double most) {
        this.value = value;
        this.most = most;
        setAccessibleRole(AccessibleRole.SLIDER);
    }

    /** The value is another. */
    void moved() {
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> value.getAsDouble();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> most;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
