package org.nlcen.app.base;

import java.text.DecimalFormatSymbols;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.nlcen.model.ModelCard;
import org.nlcen.model.OwnModels;

/**
 * What a network's card says, in the window's language. Names and sentences that the program itself writes into cards are
 * {@link Phrases} named "cards", with {0}, {1} and so on for what differs; what somebody wrote by hand stays as it is,
 * unless the card holds a translation.
 */
public final class CardTexts {
    private static final Map<String, Map<Pattern, String>> KNOWN = new ConcurrentHashMap<>();
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern POINT = Pattern.compile("(?<=\\d)\\.(?=\\d)");
    private static final String NEXT = ". ";

    private CardTexts() {}

    /** Its name; one that the user gave stays as it is. */
    public static String name(ModelCard card, Texts texts) {
        return card.id().startsWith(OwnModels.PREFIX) ? card.name() : say(card.name(), texts);
    }

    /** The name for where there is little room, the full one shown elsewhere; one that the user gave stays as it is. */
    public static String shortName(ModelCard card, Texts texts) {
        String name = name(card, texts);
        return card.id().startsWith(OwnModels.PREFIX)
                ? name
                : name.replace(" " + texts.get("card.width"), "").replace("ResNet-", "R");
    }

    /** The note on its training; empty where there is none. */
    public static String note(ModelCard card, Texts texts) {
        String note = card.training().map(ModelCard.Training::note).orElse("");
        String translated = card.notes().get(texts.locale().getLanguage());
        return translated == null ? say(note, texts) : translated;
    }

    /** Any other text of a card, sentence by sentence; what is not known stays as it is. */
    public static String say(String text, Texts texts) {
        Map<Pattern, String> book = KNOWN.computeIfAbsent(texts.locale().getLanguage(), CardTexts::read);
        if (book.isEmpty()) {
            return text;
        }
        String point =
                String.valueOf(DecimalFormatSymbols.getInstance(texts.locale()).getDecimalSeparator());
        StringBuilder said = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int from = at;
            int next = text.indexOf(NEXT, from);
            at = next < 0 ? text.length() : next + NEXT.length();
            for (Map.Entry<Pattern, String> phrase : book.entrySet()) {
                Matcher found = phrase.getKey().matcher(text).region(from, text.length());
                if (found.lookingAt()) {
                    said.append(filled(phrase.getValue(), found, point));
                    from = found.end();
                    at = Math.max(from, Math.min(from + 1, text.length()));
                    break;
                }
            }
            said.append(text, from, at);
        }
        return said.toString();
    }

    private static String filled(String translation, MatchResult found, String point) {
        return PLACE.matcher(translation).replaceAll(place -> {
            String part = found.group(Integer.parseInt(place.group(1)) + 1);
            return Matcher.quoteReplacement(POINT.matcher(part).replaceAll(point));
        });
    }

    /** A phrase is a whole text, or a sentence before another one. */
    private static Map<Pattern, String> read(String language) {
        Map<Pattern, String> book = new LinkedHashMap<>();
        Phrases.read("cards", language).forEach((english, translation) -> {
            String quoted = PLACE.matcher(Pattern.quote(english)).replaceAll("\\\\E(.+?)\\\\Q");
            book.put(Pattern.compile(quoted + "(?:$|(?<=\\.)(?= ))"), translation);
        });
        return book;
    }
}
