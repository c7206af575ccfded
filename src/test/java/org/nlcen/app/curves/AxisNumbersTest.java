package org.nlcen.app.curves;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.nlcen.app.base.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class AxisNumbersTest {

    @Test
    void numbersAreWrittenAsTheLanguageWritesThem() {
        AxisNumbers english = new AxisNumbers(Texts.of(Locale.ENGLISH));
        AxisNumbers german = new AxisNumbers(Texts.of(Locale.GERMAN));
        assertThat(english.toString(0.2)).isEqualTo("0.2");
        assertThat(german.toString(0.2)).isEqualTo("0,2");
    }

    @Test
    void wholeNumbersHaveNoDecimalsAndOthersShowNoErrorOfTheirSum() {
        AxisNumbers axis = new AxisNumbers(Texts.of(Locale.GERMAN));
        assertThat(axis.toString(0.0)).isEqualTo("0");
        assertThat(axis.toString(1.0)).isEqualTo("1");
        assertThat(axis.toString(0.2 + 0.4)).isEqualTo("0,6");
    }
}
