package org.nlcen.network;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** A block with one input and one output whose children know the shape they are initialised with. */
abstract class GraphBlock extends AbstractBlock {
    private static final byte VERSION = 1;

    private final List<Shape> childShapes = new ArrayList<>();

    GraphBlock() {
        super(VERSION);
    }

    /** Adds a child that will be initialised for {@code shape}; only its channel dimension matters to convolutions. */
    final <B extends Block> B add(String name, B block, Shape shape) {
        childShapes.add(shape);
        return addChildBlock(name, block);
    }

    /** Adds a child for pictures of {@code channels} channels. */
    final <B extends Block> B add(String name, B block, int channels) {
        return add(name, block, new Shape(1, channels, 1, 1));
    }

    /** The layer's function. */
    abstract NDArray apply(ParameterStore store, NDArray x, boolean training);

    /** Runs a block with one input and one output. */
    static NDArray run(Block block, ParameterStore store, NDArray x, boolean training) {
        NDArray y = block.forward(store, new NDList(x), training).singletonOrThrow();
        return LayerWatch.report(block, x, y);
    }

    /**
     * Gives up the handle of an intermediate result that no one reads again. The engine keeps what a gradient needs; the rest
     * is free for the next layer, while it still lies in the processor's cache. Never for arrays made from Java's data.
     */
    static NDArray instead(NDArray result, NDArray... done) {
        for (NDArray array : done) {
            // a layer that does nothing returns its input
            if (array != result) {
                array.close();
            }
        }
        return result;
    }

    /** As {@link #run}, and gives the input up unless it is {@code kept}. */
    static NDArray runOn(Block block, ParameterStore store, NDArray x, boolean training, NDArray kept) {
        NDArray y = run(block, store, x, training);
        return x == kept ? y : instead(y, x);
    }

    /** Folds eval-mode norms into the convolutions before them, here and below; see {@link SegmentationNetwork#fold}. */
    void fold() {
        for (Block child : getChildren().values()) {
            if (child instanceof GraphBlock graph) {
                graph.fold();
            }
        }
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        return new NDList(apply(store, inputs.singletonOrThrow(), training));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        List<Block> blocks = getChildren().values();
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).initialize(manager, dataType, childShapes.get(i));
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        throw new UnsupportedOperationException(getClass().getSimpleName() + " is not used inside a SequentialBlock");
    }
}
