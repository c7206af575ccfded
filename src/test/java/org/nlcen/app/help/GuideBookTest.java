package org.nlcen.app.help;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nlcen.app.help.GuideBook.Page;

import static org.assertj.core.api.Assertions.assertThat;

class GuideBookTest {
    @Test
    void contentsAreTheLinksOfTheIndex() {
        assertThat(GuideBook.contents("# Guide\n* [One](one.md)\n* [Two](two-b.md), [web](https://example.org)"))
                .containsExactly(new Page("One", "one.md"), new Page("Two", "two-b.md"));
    }

    @Test
    void everyPageOfTheGuideIsThere() {
        GuideBook book = new GuideBook();
        List<Page> pages = book.pages();
        assertThat(pages).hasSizeGreaterThanOrEqualTo(3);
        pages.forEach(page ->
                assertThat(book.text(page.file()).orElse("")).as(page.file()).startsWith("# "));
    }

    @Test
    void nothingOutsideTheGuideIsRead() {
        GuideBook book = new GuideBook();
        assertThat(book.bytes("../design.md")).isEmpty();
        assertThat(book.bytes("/etc/hostname")).isEmpty();
        assertThat(book.bytes("file:/etc/hostname")).isEmpty();
    }
}
