package org.nlcen.app.library;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.nlcen.app.base.Phrases;
import org.nlcen.app.base.Texts;
import org.nlcen.image.Explanation;

/** What readers say of a file, in the window's language: {@link Phrases} named "reasons". */
public final class ReasonTexts {
    private static final Map<String, Map<String, String>> KNOWN = new ConcurrentHashMap<>();

    private ReasonTexts() {}

    /** The sentence for the user. */
    public static String of(Explanation explanation, Texts texts) {
        Map<String, String> language =
                KNOWN.computeIfAbsent(texts.locale().getLanguage(), code -> Phrases.read("reasons", code));
        return explanation.in(text -> language.getOrDefault(text, text));
    }
}
