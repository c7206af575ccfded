package org.nlcen.dicom;

import java.util.ArrayList;
import java.util.List;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;

/**
 * Attributes of one frame: its own functional group first, then the shared one, then the image's (PS3.3 C.7.6.16).
 */
final class FrameAttributes {
    private final List<Attributes> groups = new ArrayList<>();
    private final Attributes image;

    FrameAttributes(Attributes image, int frame) {
        this.image = image;
        addItem(image.getSequence(Tag.PerFrameFunctionalGroupsSequence), frame);
        addItem(image.getSequence(Tag.SharedFunctionalGroupsSequence), 0);
    }

    private void addItem(Sequence sequence, int index) {
        if (sequence != null && index < sequence.size()) {
            groups.add(sequence.get(index));
        }
    }

    /**
     * The data set that holds an attribute.
     *
     * @param macro the functional group's sequence, Pixel Measures Sequence for example
     * @param tag the attribute within it
     */
    Attributes holder(int macro, int tag) {
        for (Attributes group : groups) {
            Attributes item = group.getNestedDataset(macro);
            if (item != null && item.containsValue(tag)) {
                return item;
            }
        }
        return image;
    }
}
