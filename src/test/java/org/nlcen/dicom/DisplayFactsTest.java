package org.nlcen.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.image.ModalityTransform;
import org.nlcen.image.PixelSpacing;
import org.nlcen.image.SourceImage;
import org.nlcen.image.VoiTransform;
import org.nlcen.image.VoiTransform.Function;
import org.nlcen.image.VoiTransform.Window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a header says about showing an image; the values are worked out by hand. */
class DisplayFactsTest {
    @TempDir
    private Path folder;

    private SourceImage open(Attributes data) throws IOException {
        return DicomFiles.open(TestDicom.write(folder.resolve("image.dcm"), data))
                .frame(0);
    }

    private Optional<String> exposure(String kvp, String exposure) throws IOException {
        Attributes data = TestDicom.grey(1, 2, 0, 1);
        data.setString(Tag.KVP, VR.DS, kvp);
        data.setString(Tag.Exposure, VR.IS, exposure);
        return DicomFiles.header(TestDicom.write(folder.resolve("image.dcm"), data))
                .exposure();
    }

    @Test
    void theTechniqueIsSaidAsFarAsItIsKnown() throws IOException {
        assertThat(exposure("120.00", "2")).contains("120 kV, 2 mAs");
        assertThat(exposure("77.5", "0"))
                .as("no exposure is zero: not measured")
                .contains("77.5 kV");
        assertThat(exposure(null, "3")).contains("3 mAs");
        assertThat(exposure("high", null)).isEmpty();
    }

    @Test
    void twelveBitValuesKeepTheirSign() throws IOException {
        Attributes data = TestDicom.grey(1, 4, 0x0000, 0x07ff, 0x0800, 0xffff);
        data.setInt(Tag.PixelRepresentation, VR.US, 1);
        SourceImage image = open(data);
        assertThat(List.of(
                        image.pixels().value(0, 0, 0),
                        image.pixels().value(1, 0, 0),
                        image.pixels().value(2, 0, 0),
                        image.pixels().value(3, 0, 0)))
                .containsExactly(0, 2047, -2048, -1);
    }

    @Test
    void valuesAreTakenFromBelowTheHighBit() throws IOException {
        Attributes data = TestDicom.grey(1, 2, 0xabcd, 0x1230);
        data.setInt(Tag.HighBit, VR.US, 15);
        assertThat(open(data).pixels().value(0, 0, 0)).isEqualTo(0xabc);
        assertThat(open(data).pixels().value(1, 0, 0)).isEqualTo(0x123);
    }

    @Test
    void rescaleMakesHounsfieldUnits() throws IOException {
        Attributes data = TestDicom.grey(1, 2, 0, 1000);
        data.setString(Tag.Modality, VR.CS, "CT");
        data.setString(Tag.RescaleSlope, VR.DS, "2");
        data.setString(Tag.RescaleIntercept, VR.DS, "-1024");
        ModalityTransform modality = open(data).modality();
        assertThat(modality.apply(1000)).isEqualTo(976);
        assertThat(modality.unit()).isEqualTo("HU");
    }

    @Test
    void angiographyIsNotRescaled() throws IOException {
        Attributes data = TestDicom.grey(1, 2, 0, 1000);
        data.setString(Tag.Modality, VR.CS, "XA");
        data.setString(Tag.RescaleSlope, VR.DS, "2");
        data.setString(Tag.RescaleIntercept, VR.DS, "-1024");
        assertThat(open(data).modality().apply(1000)).isEqualTo(1000);
    }

    @Test
    void modalityTableWinsOverRescale() throws IOException {
        Attributes data = TestDicom.grey(1, 2, 0, 1000);
        data.setString(Tag.RescaleSlope, VR.DS, "2");
        data.newSequence(Tag.ModalityLUTSequence, 1).add(table(3, 10, 16, 100, 200, 300));
        ModalityTransform modality = open(data).modality();
        assertThat(List.of(modality.apply(9), modality.apply(10), modality.apply(11), modality.apply(99)))
                .containsExactly(100.0, 100.0, 200.0, 300.0);
    }

    private static Attributes table(int count, int first, int bits, int... entries) {
        Attributes item = new Attributes();
        item.setInt(Tag.LUTDescriptor, VR.US, count, first, bits);
        item.setInt(Tag.LUTData, VR.US, entries);
        return item;
    }

    @Test
    void windowsAndTablesBecomePresets() throws IOException {
        Attributes data = TestDicom.grey(1, 2, 0, 1000);
        data.setString(Tag.WindowCenter, VR.DS, "40", "-600");
        data.setString(Tag.WindowWidth, VR.DS, "400", "1500");
        data.setString(Tag.WindowCenterWidthExplanation, VR.LO, "SOFT", "LUNG");
        data.setString(Tag.VOILUTFunction, VR.CS, "SIGMOID");
        Attributes lut = table(2, 5, 8, 0, 255);
        lut.setString(Tag.LUTExplanation, VR.LO, "HARDER");
        data.newSequence(Tag.VOILUTSequence, 1).add(lut);
        List<VoiTransform> presets = open(data).presets();
        assertThat(presets.get(0).name()).isEqualTo("HARDER");
        assertThat(presets.get(0).apply(6)).isEqualTo(1);
        assertThat(presets.subList(1, 3))
                .containsExactly(
                        new Window("SOFT", 40, 400, Function.SIGMOID),
                        new Window("LUNG", -600, 1500, Function.SIGMOID));
    }

    @Test
    void aWindowOfNoWidthIsLeftOut() throws IOException {
        Attributes data = TestDicom.grey(1, 2, 0, 1000);
        data.setString(Tag.WindowCenter, VR.DS, "40");
        data.setString(Tag.WindowWidth, VR.DS, "0");
        assertThat(open(data).presets()).isEmpty();
    }

    @Test
    void invertsExactlyOnce() throws IOException {
        Attributes data = TestDicom.grey(1, 2, 0, 1000);
        assertThat(open(data).inverted()).isFalse();
        data.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME1");
        assertThat(open(data).inverted()).isTrue();
        data.setString(Tag.PresentationLUTShape, VR.CS, "INVERSE");
        assertThat(open(data).inverted()).isTrue();
        data.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        assertThat(open(data).inverted()).isTrue();
        data.setString(Tag.PresentationLUTShape, VR.CS, "IDENTITY");
        assertThat(open(data).inverted()).isFalse();
    }

    @Test
    void paddingIsARangeWithTheImagesSign() throws IOException {
        Attributes data = TestDicom.grey(1, 2, 0, 1000);
        data.setInt(Tag.PixelRepresentation, VR.US, 1);
        data.setInt(Tag.PixelPaddingValue, VR.US, 0xf830);
        data.setInt(Tag.PixelPaddingRangeLimit, VR.US, 0xf800);
        assertThat(open(data).padding()).contains(new SourceImage.Padding(-2048, -2000));
    }

    @Test
    void spacingSaysWhatItMeasures() throws IOException {
        Attributes data = TestDicom.grey(1, 2, 0, 1000);
        data.setString(Tag.ImagerPixelSpacing, VR.DS, "0.2", "0.1");
        assertThat(open(data).spacing()).contains(new PixelSpacing(0.2, 0.1, PixelSpacing.Source.DETECTOR));
        data.setString(Tag.PixelSpacing, VR.DS, "0.18", "0.09");
        SourceImage image = open(data);
        assertThat(image.spacing()).contains(new PixelSpacing(0.18, 0.09, PixelSpacing.Source.PATIENT));
        assertThat(image.aspect()).isEqualTo(2, within(1e-9));
        data.setInt(Tag.PixelAspectRatio, VR.IS, 4, 3);
        assertThat(open(data).aspect()).isEqualTo(4.0 / 3, within(1e-9));
    }

    @Test
    void framesHaveTheirOwnWindowAndScale() throws IOException {
        Attributes data = TestDicom.grey(1, 2, 1, 2, 3, 4);
        data.setInt(Tag.NumberOfFrames, VR.IS, 2);
        data.setString(Tag.WindowCenter, VR.DS, "1");
        data.setString(Tag.WindowWidth, VR.DS, "2");
        for (int frame = 0; frame < 2; frame++) {
            Attributes window = new Attributes();
            window.setString(Tag.WindowCenter, VR.DS, String.valueOf(100 * frame + 50));
            window.setString(Tag.WindowWidth, VR.DS, "200");
            Attributes groups = new Attributes();
            groups.newSequence(Tag.FrameVOILUTSequence, 1).add(window);
            data.ensureSequence(Tag.PerFrameFunctionalGroupsSequence, 2).add(groups);
        }
        DicomImage image = DicomFiles.open(TestDicom.write(folder.resolve("frames.dcm"), data));
        assertThat(image.frames()).isEqualTo(2);
        assertThat(image.frame(1).pixels().value(0, 0, 0)).isEqualTo(3);
        assertThat(image.frame(1).presets()).containsExactly(new Window("Window 1", 150, 200, Function.LINEAR));
    }

    @Test
    void paletteIndicesBecomeColours() throws IOException {
        Attributes data = TestDicom.bytes(1, 2, 1, "PALETTE COLOR", 0, 1);
        int[][] tables = {
            {Tag.RedPaletteColorLookupTableDescriptor, Tag.RedPaletteColorLookupTableData, 0xff00, 0x1000},
            {Tag.GreenPaletteColorLookupTableDescriptor, Tag.GreenPaletteColorLookupTableData, 0x8000, 0x2000},
            {Tag.BluePaletteColorLookupTableDescriptor, Tag.BluePaletteColorLookupTableData, 0x0000, 0x3000}
        };
        for (int[] table : tables) {
            data.setInt(table[0], VR.US, 2, 0, 16);
            data.setInt(table[1], VR.OW, table[2], table[3]);
        }
        SourceImage image = open(data);
        assertThat(image.colour()).isTrue();
        assertThat(List.of(
                        image.pixels().value(0, 0, 0),
                        image.pixels().value(0, 0, 1),
                        image.pixels().value(0, 0, 2),
                        image.pixels().value(1, 0, 2)))
                .containsExactly(0xff, 0x80, 0x00, 0x30);
    }

    @Test
    void luminanceAndChrominanceBecomeColours() throws IOException {
        SourceImage image = open(TestDicom.bytes(1, 2, 3, "YBR_FULL", 76, 85, 255, 128, 128, 128));
        // 76 + 1.402 * 127 = 254.05; 76 + 0.344136 * 43 - 0.714136 * 127 = 0.1; 76 - 1.772 * 43 = -0.2
        assertThat(List.of(
                        image.pixels().value(0, 0, 0),
                        image.pixels().value(0, 0, 1),
                        image.pixels().value(0, 0, 2),
                        image.pixels().value(1, 0, 1)))
                .containsExactly(254, 0, 0, 128);
    }

    @Test
    void overlaysAreLaidOnTheImage() throws IOException {
        Attributes data = TestDicom.grey(2, 3, 0, 0x8000, 0, 0, 0, 0x8000);
        data.setInt(Tag.OverlayRows, VR.US, 1);
        data.setInt(Tag.OverlayColumns, VR.US, 2);
        data.setInt(Tag.OverlayOrigin, VR.SS, 2, 2);
        data.setString(Tag.OverlayType, VR.CS, "G");
        data.setInt(Tag.OverlayBitsAllocated, VR.US, 1);
        data.setInt(Tag.OverlayBitPosition, VR.US, 0);
        data.setBytes(Tag.OverlayData, VR.OW, new byte[] {0b10, 0});
        int second = 0x00020000;
        data.setInt(Tag.OverlayRows + second, VR.US, 2);
        data.setInt(Tag.OverlayColumns + second, VR.US, 3);
        data.setInt(Tag.OverlayBitsAllocated + second, VR.US, 16);
        data.setInt(Tag.OverlayBitPosition + second, VR.US, 15);
        List<Overlay> overlays =
                DicomFiles.open(TestDicom.write(folder.resolve("o.dcm"), data)).overlays(0);
        assertThat(overlays).hasSize(2);
        assertThat(overlays.get(0).mask().area()).isEqualTo(1);
        assertThat(overlays.get(0).mask().get(2, 1)).isTrue();
        assertThat(overlays.get(1).mask().area()).isEqualTo(2);
        assertThat(overlays.get(1).mask().get(1, 0)).isTrue();
        assertThat(overlays.get(1).mask().get(2, 1)).isTrue();
    }

    @Test
    void unsignedValuesOfThirtyTwoBitsKeepTheirOrder() throws IOException {
        Attributes data = TestDicom.grey(1, 4, 0xffff, 0xffff, 0x0002, 0x0000);
        data.setInt(Tag.Columns, VR.US, 2);
        data.setInt(Tag.BitsAllocated, VR.US, 32);
        data.setInt(Tag.BitsStored, VR.US, 32);
        data.setInt(Tag.HighBit, VR.US, 31);
        SourceImage image = open(data);
        assertThat(image.modality().apply(image.pixels().value(0, 0, 0))).isEqualTo(4294967294.0);
        assertThat(image.modality().apply(image.pixels().value(1, 0, 0))).isEqualTo(2);
    }
}
