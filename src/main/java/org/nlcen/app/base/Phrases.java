package org.nlcen.app.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Texts that are made in English below the window, in another language. Each language but English has a file
 * {@code NAME_LANGUAGE.txt}: the English text, the same in that language, an empty line. What is missing there stays English.
 */
public final class Phrases {
    private Phrases() {}

    /** All texts of a language by their English ones, in the file's order; empty for a language without a file. */
    public static Map<String, String> read(String name, String language) {
        try (InputStream in = Texts.class.getResourceAsStream("/org/nlcen/app/" + name + "_" + language + ".txt")) {
            if (in == null) {
                return Map.of();
            }
            Map<String, String> all = new LinkedHashMap<>();
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
