package org.nlcen.app.archive;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

import org.nlcen.app.preferences.SavedArchive;
import org.nlcen.dicom.net.DicomWebClient;
import org.nlcen.dicom.net.DicomWebServer;
import org.nlcen.dicom.net.DimseClient;
import org.nlcen.dicom.net.DimseServer;
import org.nlcen.dicom.net.PacsClient;

/** From what the user entered to something that can be asked. */
final class ArchiveClients {

    /** What an entry lacks before it can be used. */
    enum Flaw {
        NAME,
        HOST,
        TITLE,
        URL
    }

    private ArchiveClients() {}

    /** The first thing that is missing or wrong. */
    static Optional<Flaw> flaw(SavedArchive saved) {
        if (saved.name.isBlank()) {
            return Optional.of(Flaw.NAME);
        }
        if (saved.web) {
            return webAddress(saved.url) ? Optional.empty() : Optional.of(Flaw.URL);
        }
        if (saved.host.isBlank() || saved.host.contains("/") || saved.host.contains(" ")) {
            return Optional.of(Flaw.HOST);
        }
        return title(saved.calledTitle) && title(saved.callingTitle) ? Optional.empty() : Optional.of(Flaw.TITLE);
    }

    /**
     * @param user for DICOMweb archives that ask for one; empty for none
     * @throws IllegalArgumentException for an entry with a {@link #flaw}
     */
    static PacsClient of(SavedArchive saved, String user, String password) {
        if (flaw(saved).isPresent()) {
            throw new IllegalArgumentException("this archive is not completely described");
        }
        Optional<Path> trusted =
                Optional.of(saved.certificates).filter(path -> !path.isBlank()).map(Path::of);
        if (!saved.web) {
            return new DimseClient(new DimseServer(
                    saved.host.strip(),
                    saved.port,
                    saved.calledTitle.strip(),
                    saved.callingTitle.strip(),
                    saved.tls,
                    trusted,
                    saved.timeoutSeconds));
        }
        Optional<String> authorization = Optional.of(user)
                .filter(name -> !name.isBlank())
                .map(name -> "Basic "
                        + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8)));
        return new DicomWebClient(
                new DicomWebServer(URI.create(saved.url.strip()), authorization, trusted, saved.timeoutSeconds));
    }

    private static boolean title(String text) {
        String title = text.strip();
        return !title.isEmpty()
                && title.length() <= SavedArchive.LONGEST_TITLE
                && title.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '\\');
    }

    private static boolean webAddress(String text) {
        try {
            URI uri = URI.create(text.strip());
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
