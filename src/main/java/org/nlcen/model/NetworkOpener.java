package org.nlcen.model;

import java.io.IOException;
import java.nio.file.Path;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import org.nlcen.model.device.Obstacle;
import org.nlcen.network.Architecture;
import org.nlcen.network.TrainingLoss;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a network on the best device, with a way back to the CPU.
 *
 * @param card the network's card
 * @param architecture of its weights
 * @param weights the file, checked already
 * @param loss what attacks on it make small
 */
record NetworkOpener(ModelCard card, Architecture architecture, Path weights, AttackLoss loss)
        implements GpuSegmenter.Places {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkOpener.class);

    /** @throws IOException if the file is damaged or belongs to another architecture */
    Segmenter open() throws IOException {
        NDManager manager = Engines.openBest();
        if (!manager.getDevice().isGpu()) {
            return open(manager);
        }
        try {
            return new GpuSegmenter(open(manager), this);
        } catch (EngineException e) {
            LOG.warn("{} opens on the CPU", card.id(), e);
            release();
            boolean full = GpuSegmenter.memoryFull(e);
            moved(full ? Obstacle.MEMORY : Obstacle.ENGINE, full ? card.name() : String.valueOf(e.getMessage()));
            return open(Engines.open());
        }
    }

    private Segmenter open(NDManager manager) throws IOException {
        DjlSegmenter segmenter = DjlSegmenter.open(card, architecture.create(), weights, manager);
        return loss == AttackLoss.OWN ? segmenter.attackedBy(TrainingLoss.of(architecture)) : segmenter;
    }

    @Override
    public Segmenter onCpu() throws ModelLoadException {
        try {
            return open(Engines.open());
        } catch (IOException e) {
            throw ModelLoadException.unusable(weights, e);
        }
    }

    @Override
    public void release() {
        JniUtils.emptyCudaCache();
    }

    @Override
    public void moved(Obstacle why, String detail) {
        Engines.trouble(why, detail);
    }
}
