package org.nlcen.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps opened networks, so that the next image finds them ready, within a budget of memory: what is not in use leaves when
 * others need the room, the longest unused first. Used on the compute lane alone.
 */
public final class SegmenterPool implements AutoCloseable {
    /** Weights in memory at most, unless those in use need more: all networks of this program take about a third. */
    public static final long BUDGET = 3L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(SegmenterPool.class);

    private final Opener opener;
    private final long budget;
    /** The longest unused first. */
    private final Map<String, Segmenter> open = new LinkedHashMap<>();

    private Set<String> inUse = Set.of();

    /** Loads a network. */
    @FunctionalInterface
    public interface Opener {
        Segmenter open(String id) throws ModelLoadException;
    }

    public SegmenterPool(ModelCatalog catalog) {
        this(catalog::open, BUDGET);
    }

    /** @param budget bytes of weights that may stay although they are not in use */
    public SegmenterPool(Opener opener, long budget) {
        this.opener = opener;
        this.budget = budget;
    }

    /** Says which networks are in use from now on; the others may leave, and do if the budget is exceeded. */
    public void use(Set<String> ids) {
        inUse = Set.copyOf(ids);
        makeRoom();
    }

    /** The network, loaded at the first request; owned by the pool, and open as long as it is in use. */
    public Segmenter get(String id) throws ModelLoadException {
        Segmenter segmenter = open.remove(id);
        if (segmenter == null) {
            segmenter = opener.open(id);
        }
        open.put(id, segmenter);
        makeRoom();
        return segmenter;
    }

    /** Ids of the open networks, the longest unused first. */
    public List<String> opened() {
        return new ArrayList<>(open.keySet());
    }

    /** Bytes of weights in memory. */
    public long bytes() {
        return open.values().stream().mapToLong(Segmenter::bytes).sum();
    }

    private void makeRoom() {
        List<String> ids = opened();
        // the one asked for last stays: its caller is about to use it
        for (String id : ids.subList(0, Math.max(0, ids.size() - 1))) {
            if (bytes() <= budget) {
                return;
            }
            if (!inUse.contains(id)) {
                LOG.info("network {} leaves memory", id);
                open.remove(id).close();
            }
        }
    }

    @Override
    public void close() {
        open.values().forEach(Segmenter::close);
        open.clear();
    }
}
