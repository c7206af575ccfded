package org.nlcen.app.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.base.Phrases;
import org.nlcen.app.base.Texts;
import org.nlcen.image.Explanation;
import org.nlcen.model.CardFile;
import org.nlcen.model.ModelLoadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReasonTextsTest {
    private static final Texts GERMAN = Texts.of(Locale.GERMAN);
    /** The places of the sources where a reason is given. */
    private static final Pattern GIVEN =
            Pattern.compile("(?:Explanation\\.of|ModelLoadException\\.of|unfit|LimitExceededException|Reason\\.\\w+,"
                    + "|CodecException\\s{0,40}\\.(?:broken|unsupported)|PROGRAM_REMARK =)[\\s(]*\"([^\"]+)\"");
    /** Words of any language. */
    private static final Pattern WORDS = Pattern.compile(".*[a-z]{2}.*");

    @Test
    void aReasonIsSaidInTheWindowsLanguage() {
        Explanation cut = Explanation.of("this {0} is damaged or cut off; get the file again.", "PNG");
        assertThat(ReasonTexts.of(cut, GERMAN))
                .isEqualTo("diese PNG-Datei ist beschädigt oder abgeschnitten; beschaffen Sie sie neu.");
        assertThat(ReasonTexts.of(cut, Texts.of(Locale.ENGLISH))).isEqualTo(cut.toString());
    }

    @Test
    void aReasonWithinAReasonIsSaidInItToo() {
        Explanation outer = Explanation.of("{0}.", Explanation.of("the JPEG data end too early"));
        assertThat(ReasonTexts.of(outer, GERMAN)).isEqualTo("die JPEG-Daten enden zu früh.");
    }

    @Test
    void whyANetworkCannotBeUsedIsSaidInItToo(@TempDir Path folder) throws IOException {
        Path card = Files.writeString(folder.resolve("card.json"), "{}");

        assertThatThrownBy(() -> CardFile.read(card))
                .isInstanceOfSatisfying(ModelLoadException.class, failure -> assertThat(
                                ReasonTexts.of(ModelLoadException.reason(failure), GERMAN))
                        .isEqualTo("in " + card + " fehlt id, task oder sha256"));
    }

    @Test
    void whatHasNoTranslationStaysAsItIs() {
        assertThat(ReasonTexts.of(Explanation.of("No space left on device"), GERMAN))
                .isEqualTo("No space left on device");
    }

    @Test
    void everyReasonInTheSourcesIsThereInGermanWithTheSameParts() throws IOException {
        Map<String, String> german = Phrases.read("reasons", "de");
        Set<String> given = new TreeSet<>();
        Path sources = Path.of("src/main/java/org/nlcen");
        for (String part : List.of("image", "dicom", "study", "app/library", "app/help", "model", "cli")) {
            try (var files = Files.walk(sources.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    GIVEN.matcher(Files.readString(file))
                            .results()
                            .map(found -> found.group(1))
                            .filter(text -> WORDS.matcher(text).matches())
                            .forEach(given::add);
                }
            }
        }
        assertThat(given).hasSizeGreaterThan(90);
        assertThat(german.keySet()).containsAll(given);
        german.forEach((english, translated) -> assertThat(parts(translated)).isEqualTo(parts(english)));
    }

    private static List<String> parts(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
