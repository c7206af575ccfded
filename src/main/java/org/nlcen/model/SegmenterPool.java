package org.nlcen.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps opened networks, so that the next image finds them ready. Used on the compute lane alone. */
public final class SegmenterPool implements AutoCloseable {
    private final ModelCatalog catalog;
    private final Map<String, Segmenter> open = new LinkedHashMap<>();

    public SegmenterPool(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /** The network, loaded at the first request; owned by the pool. */
    public Segmenter get(String id) throws ModelLoadException {
        Segmenter segmenter = open.get(id);
        if (segmenter == null) {
            segmenter = catalog.open(id);
            open.put(id, segmenter);
        }
        return segmenter;
    }

    @Override
    public void close() {
        open.values().forEach(Segmenter::close);
        open.clear();
    }
}
