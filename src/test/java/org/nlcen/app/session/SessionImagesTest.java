package org.nlcen.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.library.ImageOpener;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.library.Phantoms;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.RasterFiles;
import org.nlcen.model.Task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class SessionImagesTest {
    @TempDir
    Path folder;

    private final SessionImages images = new SessionImages();
    private Path colour;

    @BeforeEach
    void picture() throws IOException {
        colour = folder.resolve("colour.png");
        RasterFiles.writePng(colour, PixelBlock.ofBytes(2, 1, 3, new byte[] {10, 20, 30, 40, 50, 60}));
    }

    /** Through a file and back. */
    private OpenedImage again(OpenedImage image) throws IOException, SessionException {
        Path file = folder.resolve("a.nlcen");
        SessionFile.write(file, images.hashed(TestSessions.of(images.of(image))));
        return read(file);
    }

    private OpenedImage read(Path file) throws SessionException {
        List<Remark> remarks = new ArrayList<>();
        OpenedImage image = images.read(images.session(file), remarks).orElseThrow();
        assertThat(remarks).isEmpty();
        return image;
    }

    @Test
    void aColourRadiographComesBackForTheNetworksTheUserChose() throws Exception {
        OpenedImage opened = ImageOpener.open(colour);
        assertThat(opened.task()).isEqualTo(Task.SKIN);
        assertThat(again(opened).task()).isEqualTo(Task.SKIN);
        OpenedImage back = again(ImageOpener.forTask(opened, Task.LUNG));
        assertThat(back.task()).isEqualTo(Task.LUNG);
        assertThat(back.input().channels()).isEqualTo(1);
    }

    @Test
    void aPhantomAndABundlesImageComeBackForThemToo() throws Exception {
        OpenedImage phantom = Phantoms.open(Phantoms.Identity.of("chest", 1));
        assertThat(again(ImageOpener.forTask(phantom, Task.SKIN)).task()).isEqualTo(Task.SKIN);
        OpenedImage lungs = ImageOpener.forTask(ImageOpener.open(colour), Task.LUNG);
        Path bundle = folder.resolve("bundle.nlcen");
        SessionImages.bundle(bundle, TestSessions.of(images.of(lungs)), lungs, false);
        assertThat(read(bundle).task()).isEqualTo(Task.LUNG);
    }

    @Test
    void aSessionOfAnEarlierVersionOpensAsTheFileSuggests() throws Exception {
        Path file = folder.resolve("old.nlcen");
        Session session = images.hashed(TestSessions.of(images.of(ImageOpener.open(colour))));
        String json = new String(SessionFile.json(session), UTF_8);
        String old = json.replaceFirst(",\\s*\"task\": \"SKIN\"", "");
        assertThat(old).isNotEqualTo(json);
        Files.writeString(file, old);
        assertThat(read(file).task()).isEqualTo(Task.SKIN);
    }
}
