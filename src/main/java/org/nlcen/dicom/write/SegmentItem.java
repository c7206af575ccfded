package org.nlcen.dicom.write;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Code;
import org.aoju.bus.image.galaxy.data.VR;

/** One item of the Segment Sequence (PS3.3 C.8.20.4). */
final class SegmentItem {
    private static final Code ARTIFICIAL_INTELLIGENCE = new Code("123109", "DCM", null, "Artificial Intelligence");
    private static final int LONG_STRING = 64;

    private SegmentItem() {}

    /** Drawn by a person. */
    static Attributes drawn(int number, String label, Structure structure) {
        Attributes item = new Attributes();
        item.setInt(Tag.SegmentNumber, VR.US, number);
        item.setString(Tag.SegmentLabel, VR.LO, shortened(label));
        item.setString(Tag.SegmentAlgorithmType, VR.CS, "MANUAL");
        item.setInt(Tag.RecommendedDisplayCIELabValue, VR.US, structure.colour());
        item.newSequence(Tag.SegmentedPropertyCategoryCodeSequence, 1)
                .add(structure.category().toItem());
        item.newSequence(Tag.SegmentedPropertyTypeCodeSequence, 1)
                .add(structure.type().toItem());
        return item;
    }

    static Attributes of(int number, String label, Structure structure, ModelIdentity model) {
        Attributes item = drawn(number, label, structure);
        item.setString(Tag.SegmentAlgorithmType, VR.CS, "AUTOMATIC");
        item.setString(Tag.SegmentAlgorithmName, VR.LO, shortened(model.name()));
        Attributes algorithm = new Attributes();
        algorithm.newSequence(Tag.AlgorithmFamilyCodeSequence, 1).add(ARTIFICIAL_INTELLIGENCE.toItem());
        algorithm.setString(Tag.AlgorithmName, VR.LO, shortened(model.name()));
        algorithm.setString(Tag.AlgorithmVersion, VR.LO, shortened(model.version()));
        algorithm.setString(Tag.AlgorithmParameters, VR.LT, "weights SHA-256: " + model.sha256());
        algorithm.setString(Tag.AlgorithmSource, VR.LO, DicomOutput.MANUFACTURER);
        item.newSequence(Tag.SegmentationAlgorithmIdentificationSequence, 1).add(algorithm);
        return item;
    }

    /** A long string: at most 64 characters, and no backslash, which would part it in two values. */
    private static String shortened(String text) {
        String plain = text.replace('\\', '/');
        return plain.length() > LONG_STRING ? plain.substring(0, LONG_STRING) : plain;
    }
}
