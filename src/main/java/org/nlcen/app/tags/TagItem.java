package org.nlcen.app.tags;

import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

import org.nlcen.dicom.TagEntry;

/** An element in the tree; what lies below it is made when it is first opened. */
final class TagItem extends TreeItem<TagEntry> {
    private boolean made;

    TagItem(TagEntry entry) {
        super(entry);
    }

    @Override
    public boolean isLeaf() {
        return getValue().children().isEmpty();
    }

    @Override
    public ObservableList<TreeItem<TagEntry>> getChildren() {
        if (!made) {
            made = true;
            super.getChildren()
                    .setAll(getValue().children().stream().map(TagItem::new).toList());
        }
        return super.getChildren();
    }

    /** Opens this element and those below it. */
    void open() {
        if (!isLeaf()) {
            setExpanded(true);
            getChildren().forEach(child -> ((TagItem) child).open());
        }
    }
}
