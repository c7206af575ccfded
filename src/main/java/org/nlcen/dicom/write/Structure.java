package org.nlcen.dicom.write;

import org.aoju.bus.image.galaxy.data.Code;

/** What a segment shows, in DICOM's codes (SNOMED CT). */
public enum Structure {
    LUNG(
            new Code("123037004", "SCT", null, "Anatomical Structure"),
            new Code("39607008", "SCT", null, "Lung"),
            new int[] {43803, 26565, 37722}),
    SKIN_LESION(
            new Code("49755003", "SCT", null, "Morphologically Altered Structure"),
            new Code("52988006", "SCT", null, "Lesion"),
            new int[] {34885, 53485, 50171});

    private final Code category;
    private final Code type;
    private final int[] colour;

    Structure(Code category, Code type, int[] colour) {
        this.category = category;
        this.type = type;
        this.colour = colour;
    }

    Code category() {
        return category;
    }

    Code type() {
        return type;
    }

    /** Recommended display colour, CIELab scaled to 0..65535. */
    int[] colour() {
        return colour.clone();
    }
}
