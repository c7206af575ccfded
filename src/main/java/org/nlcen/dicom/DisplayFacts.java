package org.nlcen.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.nlcen.dicom.codec.PixelFormat;
import org.nlcen.image.ModalityTransform;
import org.nlcen.image.PixelSpacing;
import org.nlcen.image.SourceImage.Padding;
import org.nlcen.image.VoiTransform;
import org.nlcen.image.VoiTransform.Function;
import org.nlcen.image.VoiTransform.Window;

/** What a frame's header says about showing it: modality and VOI transforms, polarity, padding, spacing. */
final class DisplayFacts {
    private static final double LARGEST_TABLE = 65536;
    /** Where the patient is magnified on the detector (PS3.3 10.7.1.3). */
    private static final Set<String> PROJECTIONS = Set.of("CR", "DX", "MG", "PX", "IO", "RF", "RG", "XA", "XRF");

    private final Attributes image;
    private final FrameAttributes frame;
    private final PixelFormat format;

    DisplayFacts(Attributes image, int frame, PixelFormat format) {
        this.image = image;
        this.frame = new FrameAttributes(image, frame);
        this.format = format;
    }

    /** Modality LUT, else rescale, else identity; XA and XRF images are stored for display as they are. */
    ModalityTransform modality() {
        String modality = image.getString(Tag.Modality, "");
        if (modality.equals("XA") || modality.equals("XRF")) {
            return ModalityTransform.IDENTITY;
        }
        if (modality.equals("RTDOSE")) {
            double scaling = image.getDouble(Tag.DoseGridScaling, 1);
            boolean usable = Double.isFinite(scaling) && scaling > 0;
            return new ModalityTransform.Rescale(usable ? scaling : 1, 0, image.getString(Tag.DoseUnits, ""));
        }
        Attributes item = image.getNestedDataset(Tag.ModalityLUTSequence);
        Optional<LookupTable> table = LookupTable.of(item, format.signed());
        if (table.isPresent()) {
            return new ModalityTransform.Lut(
                    table.get().first(), table.get().entries(), item.getString(Tag.ModalityLUTType, ""));
        }
        Attributes holder = frame.holder(Tag.PixelValueTransformationSequence, Tag.RescaleSlope);
        double slope = holder.getDouble(Tag.RescaleSlope, 1);
        double intercept = holder.getDouble(Tag.RescaleIntercept, 0);
        boolean usable = Double.isFinite(slope) && slope != 0 && Double.isFinite(intercept);
        String unit = holder.getString(Tag.RescaleType, modality.equals("CT") ? "HU" : "");
        return usable ? new ModalityTransform.Rescale(slope, intercept, unit) : ModalityTransform.IDENTITY;
    }

    /** The file's VOI tables and windows, tables first as PS3.3 C.11.2 lists them. */
    List<VoiTransform> presets() {
        List<VoiTransform> presets = new ArrayList<>();
        Attributes tables = frame.holder(Tag.FrameVOILUTSequence, Tag.VOILUTSequence);
        Sequence sequence = tables.getSequence(Tag.VOILUTSequence);
        boolean signed = modality().apply(0) < 0 || format.signed();
        for (int i = 0; sequence != null && i < sequence.size(); i++) {
            Attributes item = sequence.get(i);
            String name = item.getString(Tag.LUTExplanation, "Table " + (i + 1)).trim();
            LookupTable.of(item, signed)
                    .ifPresent(t -> presets.add(new VoiTransform.Lut(name, t.first(), t.entries(), t.full())));
        }
        presets.addAll(windows());
        return presets;
    }

    private List<VoiTransform> windows() {
        Attributes holder = frame.holder(Tag.FrameVOILUTSequence, Tag.WindowCenter);
        double[] centers = numbers(holder, Tag.WindowCenter);
        double[] widths = numbers(holder, Tag.WindowWidth);
        String[] names = holder.getStrings(Tag.WindowCenterWidthExplanation);
        Function function = function(holder.getString(Tag.VOILUTFunction, "LINEAR"));
        List<VoiTransform> windows = new ArrayList<>();
        for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
            boolean usable = Double.isFinite(centers[i])
                    && Double.isFinite(widths[i])
                    && (function == Function.LINEAR ? widths[i] >= 1 : widths[i] > 0);
            if (usable) {
                boolean named = names != null && i < names.length && names[i] != null && !names[i].isBlank();
                windows.add(new Window(named ? names[i].trim() : "Window " + (i + 1), centers[i], widths[i], function));
            }
        }
        return windows;
    }

    private static Function function(String name) {
        return Arrays.stream(Function.values())
                .filter(f -> f.name().equals(name.trim().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(Function.LINEAR);
    }

    /** Whether the lowest value is shown brightest; a Presentation LUT Shape decides over the photometric kind. */
    boolean inverted() {
        String shape = image.getString(Tag.PresentationLUTShape, "").trim();
        return switch (shape) {
            case "INVERSE" -> true;
            case "IDENTITY" -> false;
            default -> format.photometric().equals("MONOCHROME1");
        };
    }

    Optional<Padding> padding() {
        if (!image.containsValue(Tag.PixelPaddingValue)) {
            return Optional.empty();
        }
        int value = cell(Tag.PixelPaddingValue);
        int limit = image.containsValue(Tag.PixelPaddingRangeLimit) ? cell(Tag.PixelPaddingRangeLimit) : value;
        return Optional.of(new Padding(Math.min(value, limit), Math.max(value, limit)));
    }

    /** A value with the sign of the image, whatever representation it was written in. */
    private int cell(int tag) {
        int value = image.getInt(tag, 0);
        int up = Integer.SIZE - Math.max(format.bitsStored(), Math.min(16, format.bitsAllocated()));
        return format.signed() ? value << up >> up : value << up >>> up;
    }

    /** Calibrated spacing, else the detector's, else what a scanned film says. */
    Optional<PixelSpacing> spacing() {
        Attributes holder = frame.holder(Tag.PixelMeasuresSequence, Tag.PixelSpacing);
        double[] patient = numbers(holder, Tag.PixelSpacing);
        double[] detector = numbers(image, Tag.ImagerPixelSpacing);
        if (patient.length >= 2) {
            boolean projection = PROJECTIONS.contains(image.getString(Tag.Modality, ""));
            boolean calibrated = image.containsValue(Tag.PixelSpacingCalibrationType)
                    || detector.length >= 2 && !Arrays.equals(patient, detector);
            PixelSpacing.Source source =
                    projection && !calibrated ? PixelSpacing.Source.DETECTOR : PixelSpacing.Source.PATIENT;
            Optional<PixelSpacing> spacing = PixelSpacing.of(patient[0], patient[1], source);
            if (spacing.isPresent()) {
                return spacing;
            }
        }
        if (detector.length >= 2) {
            return PixelSpacing.of(detector[0], detector[1], PixelSpacing.Source.DETECTOR);
        }
        double[] nominal = numbers(image, Tag.NominalScannedPixelSpacing);
        return nominal.length >= 2
                ? PixelSpacing.of(nominal[0], nominal[1], PixelSpacing.Source.FILE)
                : Optional.empty();
    }

    /** Height of a pixel over its width: Pixel Aspect Ratio, else from the spacing. */
    double aspect() {
        double[] ratio = numbers(image, Tag.PixelAspectRatio);
        double aspect = ratio.length >= 2 && ratio[1] > 0
                ? ratio[0] / ratio[1]
                : spacing().map(s -> s.rowMm() / s.columnMm()).orElse(1.0);
        return aspect > 0.01 && aspect < 100 ? aspect : 1;
    }

    /** Numbers of an attribute; none where it is missing or no number. */
    static double[] numbers(Attributes data, int tag) {
        try {
            String[] texts = data.getStrings(tag);
            if (texts == null || texts.length > LARGEST_TABLE) {
                return new double[0];
            }
            return Arrays.stream(texts)
                    .mapToDouble(text -> text == null ? Double.NaN : Double.parseDouble(text.trim()))
                    .toArray();
        } catch (NumberFormatException e) {
            return new double[0];
        }
    }
}
