package org.nlcen.image;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExplanationTest {

    @Test
    void partsStandWhereTheLanguageWantsThem() {
        Explanation some = Explanation.of("there is no picture {0}; the file has {1}.", 7, 3);
        assertThat(some).hasToString("there is no picture 7; the file has 3.");
        assertThat(some.in(Map.of(some.text(), "die Datei hat {1} Bilder, kein Bild {0}.")::get))
                .isEqualTo("die Datei hat 3 Bilder, kein Bild 7.");
    }

    @Test
    void aPartThatLooksLikeAPlaceStaysWhatItIs() {
        assertThat(Explanation.of("{0} holds {1} pictures", "{1} $1 \\", 3)).hasToString("{1} $1 \\ holds 3 pictures");
        assertThat(Explanation.of("cannot read {0}")).hasToString("cannot read {0}");
    }

    @Test
    void anExplanationWithinAnotherIsTranslatedToo() {
        Explanation inner = Explanation.of("the data end too early");
        Explanation outer = Explanation.of("it cannot be read: {0}.", inner);
        assertThat(outer).hasToString("it cannot be read: the data end too early.");
        assertThat(outer.in(text -> text.equals(inner.text()) ? "die Daten enden zu früh" : "nicht lesbar: {0}."))
                .isEqualTo("nicht lesbar: die Daten enden zu früh.");
    }
}
