package org.nlcen.app.base;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The window's words in one language; safe for any thread. */
public final class Texts {
    private static final String ANNOUNCED = "…";

    private final ResourceBundle bundle;
    private final Locale locale;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Texts(Locale locale) {
        this.locale = locale;
        // English is the root bundle: without this, a German system would win over a chosen English
        ResourceBundle.Control noFallback =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        this.bundle = ResourceBundle.getBundle("org.nlcen.app.messages", locale, noFallback);
    }

    /** Words for a language; those that are missing are English. */
    public static Texts of(Locale locale) {
        return new Texts(locale);
    }

    /** For FXML's {@code %key}. */
    public ResourceBundle bundle() {
        return bundle;
    }

    public Locale locale() {
        return locale;
    }

    /**
     * A text with its arguments filled in.
     *
     * @throws java.util.MissingResourceException for a key that is not there
     */
    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        if (arguments.length == 0) {
            return pattern;
        }
        // making a format costs a hundred times as much as using it; one format is not for two threads at once
        MessageFormat shared = formats.computeIfAbsent(pattern, text -> new MessageFormat(text, locale));
        return ((MessageFormat) shared.clone()).format(arguments);
    }

    /** A command's words as the title of what it opens: without the dots that announce it. */
    public String title(String key) {
        String words = get(key);
        return words.endsWith(ANNOUNCED) ? words.substring(0, words.length() - ANNOUNCED.length()) : words;
    }

    /** A number with so many decimals, in the language's way; minus as a true minus sign. */
    public String number(double value, int decimals) {
        return String.format(locale, "%." + decimals + "f", value).replace('-', '\u2212');
    }

    /** A whole number with its thousands told apart. */
    public String count(long value) {
        return String.format(locale, "%,d", value);
    }

    /** A number with its sign. */
    public String change(double value, int decimals) {
        String text = String.format(locale, "%+." + decimals + "f", value);
        return text.replace('-', '\u2212');
    }

    /** An epsilon: no decimals unless it is a half. */
    public String epsilon(double value) {
        return number(value, value == Math.rint(value) ? 0 : 1);
    }
}
