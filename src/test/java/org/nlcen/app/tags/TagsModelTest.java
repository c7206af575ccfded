package org.nlcen.app.tags;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.TagEntry;
import org.nlcen.dicom.TestDicom;

import static org.assertj.core.api.Assertions.assertThat;

class TagsModelTest {
    private final BooleanProperty hidden = new SimpleBooleanProperty();
    private final TagsModel model = new TagsModel(Runnable::run, Runnable::run, hidden);

    @TempDir
    Path folder;

    @Test
    void aHiddenValueCannotBeFoundBySearchingForIt() throws IOException {
        Attributes data = TestDicom.grey(1, 2, 1, 2);
        data.setString(Tag.PatientName, VR.PN, "Doe^Jane");
        Attributes item = new Attributes();
        item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2.3");
        data.newSequence(Tag.SourceImageSequence, 1).add(item);
        Path file = TestDicom.write(folder.resolve("a.dcm"), data);
        model.show(Optional.of(DicomFiles.header(file)));
        int all = model.count();
        assertThat(all).isGreaterThan(10);

        model.queryProperty().set("doe^j");
        assertThat(model.shownProperty()).extracting(TagEntry::keyword).containsExactly("PatientName");
        hidden.set(true);
        assertThat(model.shownProperty()).isEmpty();
        model.queryProperty().set("0010,0010");
        assertThat(model.shownProperty()).singleElement().satisfies(entry -> assertThat(entry.value())
                .isEqualTo(TagEntry.HIDDEN));

        hidden.set(false);
        model.queryProperty().set("referencedsopinstance");
        assertThat(model.shownProperty())
                .as("the sequence that leads to it is kept")
                .extracting(TagEntry::keyword)
                .containsExactly("SourceImageSequence");
        model.queryProperty().set("");
        assertThat(model.count()).isEqualTo(all);
        model.show(Optional.empty());
        assertThat(model.shownProperty()).isEmpty();
    }
}
