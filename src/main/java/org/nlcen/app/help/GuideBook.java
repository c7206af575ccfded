package org.nlcen.app.help;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.nlcen.image.AppFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages of the user guide: in the program's jar, or in {@code docs/guide} where it runs from its sources. English stands
 * there itself, another language in a folder of its code; what a language lacks is read in English.
 */
public final class GuideBook {
    private static final Logger LOG = LoggerFactory.getLogger(GuideBook.class);
    private static final Pattern ENTRY = Pattern.compile("\\[([^]]+)]\\(([\\w-]+\\.md)\\)");
    private static final String INDEX = "index.md";

    /** A page by its file. */
    public record Page(String title, String file) {}

    private final String folder;
    private final List<Page> pages;

    /** @param language whose pages come first */
    public GuideBook(Locale language) {
        folder = language.getLanguage() + "/";
        pages = contents(text(INDEX).orElse(""));
    }

    /** The pages in their order. */
    public List<Page> pages() {
        return pages;
    }

    /** A page's text; empty where it is not there. */
    public Optional<String> text(String file) {
        return bytes(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** A file by its way from a page, such as a picture, which the languages share. */
    public Optional<byte[]> bytes(String file) {
        if (file.startsWith("/") || file.contains(":") || file.contains("\\")) {
            return Optional.empty();
        }
        return stored(folder + file).or(() -> stored(file));
    }

    private static Optional<byte[]> stored(String path) {
        String file = Path.of(path).normalize().toString().replace('\\', '/');
        if (file.startsWith("..")) {
            return Optional.empty();
        }
        try (InputStream in = GuideBook.class.getResourceAsStream("/org/nlcen/app/guide/" + file)) {
            if (in != null) {
                return Optional.of(in.readAllBytes());
            }
            Optional<Path> source = AppFolders.installation()
                    .map(home -> home.resolve("docs/guide").resolve(file))
                    .filter(Files::isRegularFile);
            return source.isPresent() ? Optional.of(Files.readAllBytes(source.get())) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("The guide's {} cannot be read", file, e);
            return Optional.empty();
        }
    }

    /** Every link to a page in the list of contents. */
    static List<Page> contents(String index) {
        List<Page> found = new ArrayList<>();
        Matcher matcher = ENTRY.matcher(index);
        while (matcher.find()) {
            found.add(new Page(matcher.group(1), matcher.group(2)));
        }
        return found;
    }
}
