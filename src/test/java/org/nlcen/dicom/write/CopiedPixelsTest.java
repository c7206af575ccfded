package org.nlcen.dicom.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.PixelDigest;
import org.nlcen.dicom.SharedDicom;

import static org.assertj.core.api.Assertions.assertThat;

/** De-identified copies hold the same pixels, whatever their syntax was. */
class CopiedPixelsTest {
    @TempDir
    private Path folder;

    @Test
    void pixelsAreTheSame() throws IOException {
        for (String name : List.of(
                "pydicom/CT_small.dcm",
                "pydicom/MR_small_bigendian.dcm",
                "pydicom/SC_rgb_small_odd_big_endian.dcm",
                "pydicom-data/SC_rgb_expb_32bit.dcm",
                "pydicom/image_dfl.dcm",
                "pydicom/JPEG2000.dcm",
                "pydicom/MR_small_RLE.dcm",
                "pydicom-data/emri_small_jpeg_ls_lossless.dcm",
                "highdicom/seg_image_ct_binary.dcm")) {
            Path original = SharedDicom.path("conformance").resolve(name);
            Path copy = folder.resolve("copy.dcm");
            new Deidentifier().write(DicomFiles.header(original), copy);
            assertThat(PixelDigest.of(DicomFiles.open(copy).stored(0)))
                    .as(name)
                    .isEqualTo(PixelDigest.of(DicomFiles.open(original).stored(0)));
        }
    }
}
