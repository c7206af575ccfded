package org.nlcen.app.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.nlcen.model.CardFile;
import org.nlcen.model.ModelCard;
import org.nlcen.model.ModelSpec;
import org.nlcen.model.OwnModels;
import org.nlcen.model.Task;

import static org.assertj.core.api.Assertions.assertThat;

class CardTextsTest {
    private static final Texts GERMAN = Texts.of(Locale.GERMAN);
    private static final Texts ENGLISH = Texts.of(Locale.ENGLISH);
    private static final Pattern ENGLISH_WORDS =
            Pattern.compile("\\b(the|of|with|without|width|images|under|after|even|odd|only|training|keys)\\b");

    private static ModelCard card(String id, String name, String note, Map<String, String> notes) {
        ModelCard.Training training = new ModelCard.Training("d", "s", 1, 1, 1, "c", "2026-01-01", "l", "t", note);
        return new ModelCard(id, name, "toy", Task.LUNG, 1, Optional.of(training), List.of(), List.of(), "00", notes);
    }

    @Test
    void sentencesOfTheProgramAreTranslatedAndThoseOfPeopleAreNot() {
        String note =
                "Began with the weights of cdnn-lung. My own words, of mine. Trained in 2 stages of 40 epochs, one after"
                        + " another; a finished stage is frozen. The end.";
        assertThat(CardTexts.note(card("unet-lung", "U-Net", note, Map.of()), GERMAN))
                .isEqualTo(
                        "Begann mit den Gewichten von cdnn-lung. My own words, of mine. Trainiert in 2 Stufen zu 40 Epochen"
                                + " nacheinander; eine fertige Stufe bleibt eingefroren. The end.");
        assertThat(CardTexts.note(card("unet-lung", "U-Net", note, Map.of()), ENGLISH))
                .isEqualTo(note);
    }

    @Test
    void numbersInASentenceGetTheLanguagesDecimalSign() {
        assertThat(CardTexts.say(
                        "epsilon 16: DIC 0.484 under the attack made on nlcen-lung, 0.222 under its own", GERMAN))
                .isEqualTo("Epsilon 16: DIC 0,484 unter dem Angriff auf nlcen-lung, 0,222 unter dem eigenen");
    }

    @Test
    void aCardsOwnTranslationGoesBeforeAndAUsersNameStays() {
        ModelCard translated = card("unet-lung", "U-Net ½ width", "By hand.", Map.of("de", "Von Hand."));
        assertThat(CardTexts.note(translated, GERMAN)).isEqualTo("Von Hand.");
        assertThat(CardTexts.note(translated, ENGLISH)).isEqualTo("By hand.");
        assertThat(CardTexts.name(translated, GERMAN)).isEqualTo("U-Net ½ Breite");
        ModelCard own = card(OwnModels.PREFIX + "1-lung", "U-Net ½ width", "", Map.of());
        assertThat(CardTexts.name(own, GERMAN)).isEqualTo("U-Net ½ width");
        assertThat(CardTexts.shortName(translated, GERMAN)).isEqualTo("U-Net ½");
        assertThat(CardTexts.shortName(translated, ENGLISH)).isEqualTo("U-Net ½");
        assertThat(CardTexts.shortName(own, ENGLISH)).isEqualTo("U-Net ½ width");
        assertThat(CardTexts.shortName(card("nlcen-r18-skin", "NLCEN ResNet-18", "", Map.of()), ENGLISH))
                .isEqualTo("NLCEN R18");
    }

    @Test
    void everyNetworksNameAndEveryShippedCardIsGermanInTheGermanWindow() throws IOException {
        List<String> shown = new ArrayList<>();
        for (ModelSpec spec : ModelSpec.all()) {
            shown.add(CardTexts.name(spec.untrainedCard(), GERMAN));
            spec.reduction().ifPresent(sentence -> shown.add(CardTexts.say(sentence, GERMAN)));
        }
        try (var files = Files.walk(Path.of("models"))) {
            for (Path file : files.filter(file -> file.endsWith("card.json")).toList()) {
                ModelCard card = CardFile.read(file);
                ModelCard.Training training = card.training().orElseThrow();
                shown.add(CardTexts.note(card, GERMAN));
                for (String text : List.of(training.data(), training.split(), training.terms())) {
                    shown.add(CardTexts.say(text, GERMAN));
                }
                card.figures().forEach(figure -> shown.add(CardTexts.say(figure.dataset(), GERMAN)));
                card.checks().forEach(check -> shown.add(CardTexts.say(check.finding(), GERMAN)));
            }
        }
        assertThat(shown)
                .hasSizeGreaterThan(100)
                .noneMatch(text -> ENGLISH_WORDS.matcher(text).find());
    }
}
