package org.nlcen.image;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is said to the person who opened a file, in English, with what differs from file to file kept apart so that it can be
 * said in another language.
 *
 * @param text with {0}, {1} and so on where the parts go; the same text always means the same
 * @param parts numbers, names, or explanations within this one
 */
public record Explanation(String text, List<Object> parts) {

    public Explanation {
        parts = List.copyOf(parts);
    }

    /** An explanation of its text and the parts in it. */
    public static Explanation of(String text, Object... parts) {
        return new Explanation(text, Arrays.asList(parts));
    }

    /** @param translation gives another language's text for each text, or the same */
    public String in(UnaryOperator<String> translation) {
        String whole = translation.apply(text);
        for (int i = 0; i < parts.size(); i++) {
            Object part = parts.get(i);
            String said = part instanceof Explanation inner ? inner.in(translation) : String.valueOf(part);
            whole = whole.replace("{" + i + "}", said);
        }
        return whole;
    }

    /** In English. */
    @Override
    public String toString() {
        return in(UnaryOperator.identity());
    }
}
