package org.nlcen.app.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.nlcen.app.base.Texts;
import org.nlcen.app.library.CollectionModel.ImageRow;
import org.nlcen.app.library.CollectionModel.StudyRow;
import org.nlcen.dicom.DisplayText;
import org.nlcen.dicom.study.Instance;
import org.nlcen.dicom.study.Series;
import org.nlcen.dicom.study.Study;

import static org.assertj.core.api.Assertions.assertThat;

class RowTextTest {
    private static final Texts TEXTS = Texts.of(Locale.ENGLISH);

    private static Study study(List<Series> series) {
        Optional<String> none = Optional.empty();
        return new Study(
                "1.2",
                new DisplayText(
                        Optional.of("Doe, Jane"),
                        Optional.of("4711"),
                        none,
                        none,
                        none,
                        Optional.of("Thorax of Jane"),
                        none,
                        Optional.of("2026-11-22"),
                        none,
                        Optional.of("CR"),
                        none,
                        none,
                        none,
                        none,
                        none),
                series);
    }

    private static Series series(int images) {
        List<Instance> instances = IntStream.rangeClosed(1, images)
                .mapToObj(i -> new Instance(Path.of("Doe" + i + ".dcm"), "Doe" + i + ".dcm", i, 1, true))
                .toList();
        return new Series("1.2.3", "CR", "PA", 1, instances);
    }

    @Test
    void aStudyIsNamedAfterThePatientUnlessNamesAreHidden() {
        StudyRow row = new StudyRow(study(List.of(series(1))), 2);
        RowText open = RowText.of(row, false, TEXTS);
        assertThat(open.title()).isEqualTo("Doe, Jane");
        assertThat(open.detail()).containsExactly("2026-11-22 · CR", "Thorax of Jane");
        RowText hidden = RowText.of(row, true, TEXTS);
        assertThat(hidden.title()).isEqualTo("Study 2");
        assertThat(hidden.detail()).containsExactly("2026-11-22 · CR");
    }

    @Test
    void imagesAreToldApartByModalityAndNumber() {
        Series two = series(2);
        RowText second = RowText.of(new ImageRow(two, two.instances().subList(1, 2), 2), true, TEXTS);
        assertThat(second.title()).isEqualTo("CR · image 2");
        assertThat(second.detail()).containsExactly("PA");
        RowText many = RowText.of(new ImageRow(series(24), series(24).instances(), 1), true, TEXTS);
        assertThat(many.title()).isEqualTo("CR");
        assertThat(many.detail()).containsExactly("PA", "24 images");
    }
}
