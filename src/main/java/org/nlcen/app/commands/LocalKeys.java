package org.nlcen.app.commands;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.nlcen.app.base.Texts;

/** Keys that a menu writes in the window's language; JavaFX itself writes English. */
final class LocalKeys extends KeyCombination {
    private final KeyCombination keys;
    private final String text;

    private LocalKeys(KeyCombination keys, String text) {
        super(keys.getShift(), keys.getControl(), keys.getAlt(), keys.getMeta(), keys.getShortcut());
        this.keys = keys;
        this.text = text;
    }

    static KeyCombination of(KeyCombination keys, Texts texts) {
        return new LocalKeys(keys, KeyText.of(keys, texts));
    }

    @Override
    public boolean match(KeyEvent event) {
        return keys.match(event);
    }

    @Override
    public String getDisplayText() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocalKeys local && keys.equals(local.keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }
}
