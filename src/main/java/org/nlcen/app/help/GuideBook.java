package org.nlcen.app.help;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.nlcen.image.AppFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages of the user guide: in the program's jar, or in {@code docs/guide} where it runs from its sources. */
public final class GuideBook {
    private static final Logger LOG = LoggerFactory.getLogger(GuideBook.class);
    private static final Pattern ENTRY = Pattern.compile("\\[([^]]+)]\\(([\\w-]+\\.md)\\)");
    private static final String INDEX = "index.md";

    /** A page by its file. */
    public record Page(String title, String file) {}

    private final List<Page> pages;

    public GuideBook() {
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

    /** A file beside the pages, such as a picture. */
    public Optional<byte[]> bytes(String file) {
        if (file.contains("..") || file.startsWith("/") || file.contains(":")) {
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
