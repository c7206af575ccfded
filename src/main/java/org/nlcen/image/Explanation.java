package org.nlcen.image;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said to the person who opened a file, in English, with what differs from file to file kept apart so that it can be
 * said in another language.
 *
 * @param text with {0}, {1} and so on where the parts go; the same text always means the same
 * @param parts numbers, names, or explanations within this one
 */
public record Explanation(String text, List<Object> parts) {
    /** Nothing to explain. */
    public static final Explanation NONE = of("");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    public Explanation {
        parts = List.copyOf(parts);
    }

    /** An explanation of its text and the parts in it. */
    public static Explanation of(String text, Object... parts) {
        return new Explanation(text, Arrays.asList(parts));
    }

    /**
     * The whole in a language. Parts are put in as they are, also one from a file that looks like a place for another.
     *
     * @param translation gives another language's text for each text, or the same
     */
    public String in(UnaryOperator<String> translation) {
        return PLACE.matcher(translation.apply(text))
                .replaceAll(place -> Matcher.quoteReplacement(said(place, translation)));
    }

    private String said(MatchResult place, UnaryOperator<String> translation) {
        int number = Integer.parseInt(place.group(1));
        if (number >= parts.size()) {
            return place.group();
        }
        Object part = parts.get(number);
        return part instanceof Explanation inner ? inner.in(translation) : String.valueOf(part);
    }

    /** In English. */
    @Override
    public String toString() {
        return in(UnaryOperator.identity());
    }
}
