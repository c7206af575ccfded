package org.nlcen.app.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.archive.ArchiveModel.Activity;
import org.nlcen.app.archive.ArchiveModel.End;
import org.nlcen.app.base.Texts;
import org.nlcen.app.preferences.SavedArchive;
import org.nlcen.dicom.net.PacsClient;
import org.nlcen.dicom.net.PacsException;
import org.nlcen.dicom.net.RemoteStudy;
import org.nlcen.dicom.net.StudyQuery;

import static org.assertj.core.api.Assertions.assertThat;

class ArchiveModelTest {
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<Path> taken = new ArrayList<>();
    private final List<String> takenStudies = new ArrayList<>();
    private Path takenFolder;
    private final ArchiveModel model =
            new ArchiveModel(waiting::add, Runnable::run, (studies, files, folder, temporary) -> {
                takenStudies.addAll(studies);
                taken.addAll(files);
                takenFolder = folder;
            });
    private final FakeArchive archive = new FakeArchive();

    @TempDir
    Path folder;

    /** Two studies, of one and of two images. */
    private static final class FakeArchive implements PacsClient {
        private boolean down;
        private Path lastFolder;

        @Override
        public void echo() throws PacsException {
            if (down) {
                throw new PacsException("The archive at 127.0.0.1:1 cannot be reached.", null);
            }
        }

        @Override
        public List<RemoteStudy> find(StudyQuery query, BooleanSupplier cancelled) throws PacsException {
            echo();
            return List.of(study("1.1", 1), study("1.2", 2));
        }

        @Override
        public List<Path> retrieve(String uid, Path place, Progress progress, BooleanSupplier cancelled)
                throws PacsException {
            echo();
            lastFolder = place;
            List<Path> files = new ArrayList<>();
            int images = uid.equals("1.1") ? 1 : 2;
            for (int i = 0; i < images && !cancelled.getAsBoolean(); i++) {
                try {
                    files.add(Files.writeString(place.resolve(uid + "-" + i + ".dcm"), "x"));
                } catch (IOException e) {
                    throw new PacsException("disk", e);
                }
                progress.received(i + 1, images);
            }
            return files;
        }
    }

    private static RemoteStudy study(String uid, int images) {
        return new RemoteStudy(uid, "Doe^Jane^^Dr", "4711", "20261122", "Thorax of Jane", "CR", images);
    }

    private void work() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    @Test
    void searchesAndFetchesWhatWasChosen() {
        model.search(archive, StudyQuery.ALL);
        assertThat(model.statusProperty().get().activity()).isEqualTo(Activity.SEARCHING);
        work();
        assertThat(model.studies()).hasSize(2);
        assertThat(model.statusProperty().get().end()).isEqualTo(End.FOUND);
        List<Integer> progress = new ArrayList<>();
        model.statusProperty().addListener((property, before, now) -> {
            if (now.activity() == Activity.FETCHING && now.done() > 0) {
                progress.add(now.done() * 10 + now.total());
            }
        });
        model.fetch(archive, model.studies(), Optional.of(folder));
        work();
        assertThat(progress).as("images of both studies are counted on").containsExactly(13, 23, 33);
        assertThat(taken).hasSize(3).allMatch(Files::exists);
        assertThat(takenStudies).containsExactly("1.1", "1.2");
        assertThat(takenFolder).isEqualTo(folder);
        assertThat(model.statusProperty().get().end()).isEqualTo(End.FETCHED);
    }

    @Test
    void aStopEndsItAtOnceAndLeavesNothingBehind() {
        model.fetch(archive, List.of(study("1.2", 2)), Optional.empty());
        model.stop();
        assertThat(model.busy()).isFalse();
        work();
        work();
        assertThat(taken).isEmpty();
        assertThat(archive.lastFolder).doesNotExist();
        assertThat(model.statusProperty().get().end()).isEqualTo(End.STOPPED);
    }

    @Test
    void aFailureIsASentenceAndLeavesNothingBehind() {
        archive.down = true;
        model.test(archive);
        work();
        assertThat(model.statusProperty().get().problem()).contains("cannot be reached");
        model.search(archive, StudyQuery.ALL);
        work();
        assertThat(model.statusProperty().get().end()).isEqualTo(End.FAILED);
        assertThat(model.studies()).isEmpty();
        assertThat(model.busy()).isFalse();
    }

    @Test
    void withNamesHiddenStudiesDifferByDateModalityAndNumber() {
        Texts texts = Texts.of(Locale.ENGLISH);
        StudyText open = StudyText.of(study("1.1", 1), 1, false, texts);
        assertThat(open).isEqualTo(new StudyText("Doe, Jane  Dr", "4711", "2026-11-22", "CR", "Thorax of Jane", "1"));
        StudyText hidden = StudyText.of(study("1.1", 1), 3, true, texts);
        assertThat(hidden).isEqualTo(new StudyText("Study 3", "", "2026-11-22", "CR", "", "1"));
    }

    @Test
    void keysOfAQueryAreWrittenTheDicomWay() {
        assertThat(QueryForm.nameKey(" Doe, Ja ")).isEqualTo("Doe^Ja*");
        assertThat(QueryForm.nameKey("D?e")).isEqualTo("D?e");
        assertThat(QueryForm.nameKey(" ")).isEmpty();
        LocalDate first = LocalDate.of(2026, 11, 1);
        assertThat(QueryForm.dates(first, first)).isEqualTo("20261101");
        assertThat(QueryForm.dates(first, LocalDate.of(2026, 11, 30))).isEqualTo("20261101-20261130");
        assertThat(QueryForm.dates(null, first)).isEqualTo("-20261101");
        assertThat(QueryForm.dates(null, null)).isEmpty();
    }

    @Test
    void anEntryIsUsedOnlyWhenItIsComplete() {
        SavedArchive entry = new SavedArchive();
        assertThat(ArchiveClients.flaw(entry)).contains(ArchiveClients.Flaw.NAME);
        entry.name = "PACS";
        assertThat(ArchiveClients.flaw(entry)).contains(ArchiveClients.Flaw.HOST);
        entry.host = "pacs.example";
        assertThat(ArchiveClients.flaw(entry)).contains(ArchiveClients.Flaw.TITLE);
        entry.calledTitle = "SEVENTEEN_LETTERS";
        assertThat(ArchiveClients.flaw(entry)).contains(ArchiveClients.Flaw.TITLE);
        entry.calledTitle = "PACS";
        assertThat(ArchiveClients.flaw(entry)).isEmpty();
        entry.web = true;
        assertThat(ArchiveClients.flaw(entry)).contains(ArchiveClients.Flaw.URL);
        entry.url = "https://pacs.example/dicom-web";
        assertThat(ArchiveClients.flaw(entry)).isEmpty();
    }
}
