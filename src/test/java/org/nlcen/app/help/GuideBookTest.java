package org.nlcen.app.help;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nlcen.app.help.GuideBook.Page;

import static org.assertj.core.api.Assertions.assertThat;

class GuideBookTest {
    private static final Path GUIDE = Path.of("docs/guide");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^):]+)\\)");

    @Test
    void contentsAreTheLinksOfTheIndex() {
        assertThat(GuideBook.contents("# Guide\n* [One](one.md)\n* [Two](two-b.md), [web](https://example.org)"))
                .containsExactly(new Page("One", "one.md"), new Page("Two", "two-b.md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyPageOfTheGuideIsThere(String language) {
        GuideBook book = new GuideBook(Locale.forLanguageTag(language));
        List<Page> pages = book.pages();
        assertThat(pages).hasSizeGreaterThanOrEqualTo(3);
        pages.forEach(page ->
                assertThat(book.text(page.file()).orElse("")).as(page.file()).startsWith("# "));
    }

    @Test
    void everyLanguageHasTheSamePagesInTheSameOrder() throws IOException {
        assertThat(files(GUIDE.resolve("de"))).isEqualTo(files(GUIDE));
        GuideBook english = new GuideBook(Locale.ENGLISH);
        GuideBook german = new GuideBook(Locale.GERMAN);
        assertThat(german.pages().stream().map(Page::file))
                .containsExactlyElementsOf(
                        english.pages().stream().map(Page::file).toList());
        for (Page page : english.pages()) {
            String here = english.text(page.file()).orElseThrow();
            String there = german.text(page.file()).orElseThrow();
            assertThat(there).as(page.file()).isNotEqualTo(here);
            assertThat(links(there)).as(page.file()).isEqualTo(links(here));
            assertThat(outline(there))
                    .as("headings, rows and lists of %s", page.file())
                    .isEqualTo(outline(here));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de"})
    void everyPictureAndLinkOfAPageIsThere(String folder) throws IOException {
        for (String page : files(GUIDE.resolve(folder))) {
            for (String link : LINK.matcher(
                            Files.readString(GUIDE.resolve(folder).resolve(page)))
                    .results()
                    .map(found -> found.group(1))
                    .toList()) {
                assertThat(GUIDE.resolve(folder).resolve(link)).as(page).isRegularFile();
            }
        }
    }

    @Test
    void aLanguageWithoutPagesReadsEnglishOnes() {
        GuideBook book = new GuideBook(Locale.FRENCH);
        assertThat(book.text("index.md")).isEqualTo(new GuideBook(Locale.ENGLISH).text("index.md"));
        assertThat(book.bytes("main.png")).isPresent();
    }

    @Test
    void nothingOutsideTheGuideIsRead() {
        for (GuideBook book : List.of(new GuideBook(Locale.ENGLISH), new GuideBook(Locale.GERMAN))) {
            assertThat(book.bytes("../../design.md")).isEmpty();
            assertThat(book.bytes("x/../../../design.md")).isEmpty();
            assertThat(book.bytes("..\\..\\design.md")).isEmpty();
            assertThat(book.bytes("/etc/hostname")).isEmpty();
            assertThat(book.bytes("file:/etc/hostname")).isEmpty();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** What a page points to, but for the folder. */
    private static List<String> links(String page) {
        return LINK.matcher(page)
                .results()
                .map(found -> found.group(1).replace("../", ""))
                .toList();
    }

    /** How many headings, rows, items and paragraphs it has: what was added in one language only is seen here. */
    private static List<Long> outline(String page) {
        return Stream.of("(?m)^#", "(?m)^\\|", "(?m)^\\* ", "(?m)^\\d\\. ", "\n\n")
                .map(form -> Pattern.compile(form).matcher(page).results().count())
                .toList();
    }
}
