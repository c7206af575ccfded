package org.nlcen.app.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.session.SessionBundle.Content;
import org.nlcen.app.session.SessionBundle.Enclosed;
import org.nlcen.app.session.SessionException.Reason;
import org.nlcen.model.Task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SessionBundleTest {
    /** SHA-256 of "abc", as FIPS 180-4 gives it. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private Path image;
    private Path truth;
    private Path out;

    @BeforeEach
    void files() throws IOException {
        image = Files.writeString(folder.resolve("patient 7.png"), "abc");
        truth = Files.writeString(folder.resolve("mask.png"), "mask");
        out = Files.createDirectory(folder.resolve("out"));
    }

    private static Session ofFile() {
        return TestSessions.of(new Session.Image("/home/someone/patient 7.png", null, 2, null, 0, Task.LUNG));
    }

    private Path bundle() throws IOException {
        Path file = folder.resolve("a.nlcen");
        SessionBundle.write(
                file,
                ofFile(),
                Optional.of(new Enclosed(image, "patient 7.png")),
                Optional.of(new Enclosed(truth, "mask.png")));
        return file;
    }

    /** A bundle with a session of this text. */
    private Path made(String json, String... entries) throws IOException {
        Path file = folder.resolve("made.nlcen");
        try (OutputStream bytes = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("session.json"));
            zip.write(json.getBytes(UTF_8));
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("abc".getBytes(UTF_8));
            }
        }
        return file;
    }

    private static String json(String imageEntry) {
        return new String(
                SessionFile.json(TestSessions.of(new Session.Image(imageEntry, ABC, 0, null, 0, Task.LUNG))), UTF_8);
    }

    @Test
    void sessionImageAndTruthAreThreeEntriesAndNoPathOfTheComputerIsAmongThem() throws Exception {
        Path file = bundle();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("session.json", "image/patient 7.png", "truth/mask.png");
            String json =
                    new String(zip.getInputStream(zip.getEntry("session.json")).readAllBytes(), UTF_8);
            assertThat(json).doesNotContain("someone");
        }
        Session read = SessionBundle.read(file);
        assertThat(read.image()).isEqualTo(new Session.Image("image/patient 7.png", ABC, 2, null, 0, Task.LUNG));
        assertThat(read.truth().file()).isEqualTo("truth/mask.png");
        Content content = SessionBundle.unpack(file, read, out, 7);
        assertThat(content.image()).hasFileName("patient 7.png").hasContent("abc");
        assertThat(content.truth().orElseThrow()).hasFileName("mask.png").hasContent("mask");
    }

    @Test
    void aPhantomNeedsNoImage() throws Exception {
        Path file = folder.resolve("phantom.nlcen");
        SessionBundle.write(
                file,
                TestSessions.of(new Session.Image(null, null, 0, "chest", 3, Task.LUNG)),
                Optional.empty(),
                Optional.empty());
        assertThat(SessionBundle.is(file)).isTrue();
        assertThat(SessionBundle.read(file).image()).isEqualTo(new Session.Image(null, null, 0, "chest", 3, Task.LUNG));
    }

    @Test
    void whatComesOutIsCountedWhateverTheEntriesSay() throws Exception {
        Path file = bundle();
        Session read = SessionBundle.read(file);
        // three bytes of image and four of ground truth
        assertThatThrownBy(() -> SessionBundle.unpack(file, read, out, 6)).isInstanceOf(IOException.class);
    }

    @Test
    void namesChooseNoPlace() throws Exception {
        Path file = made(json("image/../../../evil.png"), "image/../../../evil.png");
        Content content = SessionBundle.unpack(file, SessionBundle.read(file), out, 3);
        assertThat(content.image()).isEqualTo(out.resolve("image").resolve("evil.png"));
        assertThat(all(folder)).noneMatch(path -> path.endsWith("evil.png") && !path.startsWith(out));
        Path dots = made(json("image/.."), "image/..");
        Path other = Files.createDirectory(folder.resolve("other"));
        assertThat(SessionBundle.unpack(dots, SessionBundle.read(dots), other, 3)
                        .image())
                .isEqualTo(other.resolve("image").resolve("file"));
    }

    @Test
    void onlyWhatTheSessionNamesIsUnpacked() throws Exception {
        Path file = made(json("image/a.png"), "image/a.png", "image/b.png", "run.sh");
        SessionBundle.unpack(file, SessionBundle.read(file), out, 3);
        assertThat(all(out).filter(Files::isRegularFile)).containsExactly(out.resolve("image/a.png"));
    }

    @Test
    void anotherImageThanTheOnePutInIsRefused() throws Exception {
        Path file = made(json("image/a.png").replace(ABC, "00"), "image/a.png");
        Session read = SessionBundle.read(file);
        assertThatThrownBy(() -> SessionBundle.unpack(file, read, out, 3)).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNoBundleIsRefused() throws Exception {
        assertThat(reason(made(json("image/a.png")))).isEqualTo(Reason.DAMAGED);
        assertThat(reason(made(json("/etc/passwd"), "/etc/passwd"))).isEqualTo(Reason.DAMAGED);
        assertThat(reason(made("{}", "image/a.png"))).isEqualTo(Reason.DAMAGED);
        assertThat(reason(made(json("image/a.png").replace("\"format\": 1", "\"format\": 99"), "image/a.png")))
                .isEqualTo(Reason.TOO_NEW);
        assertThat(reason(folder.resolve("missing.nlcen"))).isEqualTo(Reason.UNREADABLE);
        byte[] whole = Files.readAllBytes(bundle());
        Path cut = Files.write(folder.resolve("cut.nlcen"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(SessionBundle.is(cut)).isTrue();
        assertThat(reason(cut)).isEqualTo(Reason.DAMAGED);
    }

    private static Reason reason(Path file) {
        return catchThrowableOfType(SessionException.class, () -> SessionBundle.read(file))
                .reason();
    }

    private static Stream<Path> all(Path place) throws IOException {
        try (Stream<Path> tree = Files.walk(place)) {
            return tree.toList().stream();
        }
    }
}
