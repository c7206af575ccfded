package org.nlcen.app.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.nlcen.app.base.Texts;
import org.nlcen.image.Explanation;

/**
 * What readers say of a file, in the window's language. Each language but English has a file {@code reasons_LANGUAGE.txt}: the
 * English text, the same in that language, an empty line. What is missing there stays English.
 */
public final class ReasonTexts {
    private static final Map<String, Map<String, String>> KNOWN = new ConcurrentHashMap<>();

    private ReasonTexts() {}

    /** The sentence for the user. */
    public static String of(Explanation explanation, Texts texts) {
        Map<String, String> language = KNOWN.computeIfAbsent(texts.locale().getLanguage(), ReasonTexts::read);
        return explanation.in(text -> language.getOrDefault(text, text));
    }

    /** All texts of a language by their English ones; empty for a language without a file. */
    static Map<String, String> read(String language) {
        try (InputStream in = Texts.class.getResourceAsStream("/org/nlcen/app/reasons_" + language + ".txt")) {
            if (in == null) {
                return Map.of();
            }
            Map<String, String> all = new HashMap<>();
            for (String pair : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R\\R")) {
                String[] lines = pair.strip().split("\\R");
                all.put(lines[0], lines[1]);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own texts cannot be read", e);
        }
    }
}
