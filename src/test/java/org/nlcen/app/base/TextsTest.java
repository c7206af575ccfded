package org.nlcen.app.base;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/nlcen/app");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
            texts.load(reader);
        }
        return texts;
    }

    @Test
    void germanIsCompleteAndFillsInTheSame() throws IOException {
        Properties english = read("messages.properties");
        Properties german = read("messages_de.properties");
        assertThat(german.keySet()).isEqualTo(english.keySet());
        for (Object key : english.keySet()) {
            assertThat(placeholders(german.get(key))).as("%s", key).isEqualTo(placeholders(english.get(key)));
        }
    }

    @Test
    void noTextHidesAnotherOfTheSameKey() throws IOException {
        for (String name : List.of("messages.properties", "messages_de.properties")) {
            try (Stream<String> lines = Files.lines(RESOURCES.resolve(name))) {
                assertThat(lines.filter(line -> line.indexOf('=') > 0 && !line.startsWith("#"))
                                .map(line -> line.substring(0, line.indexOf('='))))
                        .as(name)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void everyTextThatAViewAsksForIsThere() throws IOException {
        Properties english = read("messages.properties");
        Pattern asked = Pattern.compile("\"%([\\w.]+)\"");
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path view :
                    files.filter(file -> file.toString().endsWith(".fxml")).toList()) {
                Matcher matcher = asked.matcher(Files.readString(view));
                while (matcher.find()) {
                    assertThat(english.keySet()).as("%s", view).contains(matcher.group(1));
                }
            }
        }
    }

    @Test
    void numbersFollowTheLanguage() {
        assertThat(Texts.of(Locale.ENGLISH).number(0.9715, 3)).isEqualTo("0.972");
        assertThat(Texts.of(Locale.GERMAN).number(-1.25, 2)).isEqualTo("−1,25");
        assertThat(Texts.of(Locale.ENGLISH).change(0.5, 1)).isEqualTo("+0.5");
        assertThat(Texts.of(Locale.ENGLISH).epsilon(8)).isEqualTo("8");
        assertThat(Texts.of(Locale.ENGLISH).epsilon(8.5)).isEqualTo("8.5");
    }

    @Test
    void englishIsEnglishOnAnySystem() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Texts.of(Locale.ENGLISH).get("menu.file")).isEqualTo("File");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void severalThreadsFillInTextsAtOnce() throws Exception {
        List<String> keys = read("messages.properties").stringPropertyNames().stream()
                .filter(key -> key.startsWith("session."))
                .toList();
        Texts alone = Texts.of(Locale.ENGLISH);
        List<String> expected =
                keys.stream().map(key -> alone.get(key, 1, 2, 3, 4)).toList();
        int threads = 4;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 500; round++) {
                Texts shared = Texts.of(Locale.ENGLISH);
                CyclicBarrier together = new CyclicBarrier(threads);
                Callable<List<String>> fill = () -> {
                    together.await();
                    return keys.stream().map(key -> shared.get(key, 1, 2, 3, 4)).toList();
                };
                for (Future<List<String>> filled : pool.invokeAll(Collections.nCopies(threads, fill))) {
                    assertThat(filled.get()).isEqualTo(expected);
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static long placeholders(Object text) {
        return PLACEHOLDER
                .matcher(text.toString())
                .results()
                .map(m -> m.group())
                .distinct()
                .count();
    }

    @Test
    void aTitleIsACommandWithoutItsDots() {
        Texts texts = Texts.of(Locale.ENGLISH);
        assertThat(texts.get("command.openFolder")).isEqualTo("Open folder…");
        assertThat(texts.title("command.openFolder")).isEqualTo("Open folder");
        assertThat(texts.title("command.fit")).isEqualTo(texts.get("command.fit"));
    }
}
