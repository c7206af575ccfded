package org.nlcen.network;

import java.util.Map;
import java.util.Optional;
import java.util.Random;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Layers against their definitions, written as plain loops. */
class LayersTest {
    private NDManager manager;
    private ParameterStore store;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager();
        store = new ParameterStore(manager, false);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private float[] values(Block block, String name) {
        return Parameters.named(block).get(name).getArray().toFloatArray();
    }

    private void set(Block block, String name, float... values) {
        NDArray array = Parameters.named(block).get(name).getArray();
        try (NDArray plain = array.stopGradient()) {
            plain.muli(0).addi(manager.create(values, array.getShape()));
        }
    }

    private NDArray random(long seed, Shape shape) {
        Random random = new Random(seed);
        float[] values = new float[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return manager.create(values, shape);
    }

    /** Seeded, lively weights: the start values hide parts of a layer. */
    private void enliven(Block block) {
        long seed = 1;
        for (Map.Entry<String, Parameter> entry : Parameters.named(block).entrySet()) {
            NDArray array = entry.getValue().getArray();
            NDArray noise = random(seed++, array.getShape()).mul(0.3f);
            boolean positive = entry.getValue().getType() == Parameter.Type.RUNNING_VAR
                    || entry.getKey().endsWith("smoothing");
            try (NDArray plain = array.stopGradient()) {
                plain.muli(0).addi(positive ? noise.abs().add(0.5f) : noise);
            }
        }
    }

    @Test
    void upConvolutionIsTheTransposedConvolution() {
        UpConvolution up = new UpConvolution(2, 1);
        up.setInitializer((m, shape, type) -> m.zeros(shape, type), Parameter.Type.WEIGHT);
        up.initialize(manager, DataType.FLOAT32, new Shape(1, 2, 2, 2));
        // row k of the 1x1 convolution is sub-pixel k = 2 dy + dx; columns are the two inputs
        set(up, "spread.conv.weight", 1, 10, 2, 20, 3, 30, 4, 40);
        set(up, "bias", 5);
        NDArray x = manager.create(new float[] {1, 2, 3, 4, 0, 0, 1, 0}, new Shape(1, 2, 2, 2));

        float[] y = up.apply(store, x, false).toFloatArray();

        // pixel (0,0): 1 * kernel; (0,1): 2 * kernel; (1,0): 3 * kernel + 1 * tenfold kernel; (1,1): 4 * kernel; plus 5
        assertThat(y).containsExactly(6, 7, 7, 9, 8, 9, 11, 13, 18, 31, 9, 13, 44, 57, 17, 21);
    }

    @Test
    void nonLocalBlockStartsAsIdentityAndItsRowsSumToOne() {
        NonLocalBlock block = new NonLocalBlock(6, NlceOptions.PAPER);
        block.setInitializer((m, shape, type) -> m.randomNormal(shape, type), Parameter.Type.WEIGHT);
        block.setInitializers();
        block.initialize(manager, DataType.FLOAT32, new Shape(2, 6, 5, 4));
        NDArray x = random(1, new Shape(2, 6, 5, 4));

        assertThat(block.apply(store, x, false).toFloatArray()).containsExactly(x.toFloatArray());
        NDArray attention = block.attention(store, x, false);
        assertThat(attention.getShape()).isEqualTo(new Shape(2, 20, 20));
        for (float sum : attention.sum(new int[] {2}).toFloatArray()) {
            assertThat(sum).isCloseTo(1, within(1e-5f));
        }
    }

    @Test
    void nonLocalBlockFollowsEquationsOneAndTwo() {
        int c = 4;
        int inner = 2;
        int n = 6;
        NonLocalBlock block = new NonLocalBlock(c, NlceOptions.PAPER);
        block.setInitializer((m, shape, type) -> m.zeros(shape, type), Parameter.Type.WEIGHT);
        block.initialize(manager, DataType.FLOAT32, new Shape(1, c, 2, 3));
        enliven(block);
        NDArray x = random(7, new Shape(1, c, 2, 3));
        float[] in = x.toFloatArray();

        double[][] theta = map(values(block, "theta.conv.weight"), in, c, inner, n);
        double[][] phi = map(values(block, "phi.conv.weight"), in, c, inner, n);
        double[][] g = map(values(block, "g.conv.weight"), in, c, inner, n);
        float[] wz = values(block, "wz.conv.weight");
        float[] gamma = values(block, "norm.gamma");
        float[] beta = values(block, "norm.beta");
        float[] mean = values(block, "norm.runningMean");
        float[] variance = values(block, "norm.runningVar");
        float[] out = block.apply(store, x, false).toFloatArray();
        for (int i = 0; i < n; i++) {
            double[] weight = new double[n];
            double sum = 0;
            for (int j = 0; j < n; j++) {
                weight[j] = Math.exp(theta[0][i] * phi[0][j] + theta[1][i] * phi[1][j]);
                sum += weight[j];
            }
            for (int channel = 0; channel < c; channel++) {
                double z = 0;
                for (int k = 0; k < inner; k++) {
                    double y = 0;
                    for (int j = 0; j < n; j++) {
                        y += weight[j] / sum * g[k][j];
                    }
                    z += wz[channel * inner + k] * y;
                }
                double normed =
                        (z - mean[channel]) / Math.sqrt(variance[channel] + 1e-5) * gamma[channel] + beta[channel];
                assertThat((double) out[channel * n + i]).isCloseTo(normed + in[channel * n + i], within(1e-4));
            }
        }
    }

    private static double[][] map(float[] weight, float[] in, int from, int to, int n) {
        double[][] out = new double[to][n];
        for (int k = 0; k < to; k++) {
            for (int i = 0; i < n; i++) {
                for (int channel = 0; channel < from; channel++) {
                    out[k][i] += weight[k * from + channel] * in[channel * n + i];
                }
            }
        }
        return out;
    }

    @Test
    void contextEncodingEqualsItsDefinitionWithTheFullTensor() {
        int c = 5;
        int n = 12;
        int k = ContextEncodingBlock.CODEWORDS;
        ContextEncodingBlock block = new ContextEncodingBlock(c);
        block.setInitializer((m, shape, type) -> m.zeros(shape, type), Parameter.Type.WEIGHT);
        block.setInitializers();
        block.initialize(manager, DataType.FLOAT32, new Shape(1, c, 3, 4));
        enliven(block);
        NDArray x = random(3, new Shape(1, c, 3, 4));

        float[] actual = block.channelWeights(store, x, false).toFloatArray();

        double[][] z = map(values(block, "reduce.conv.weight"), x.toFloatArray(), c, c, n);
        for (int channel = 0; channel < c; channel++) {
            for (int i = 0; i < n; i++) {
                z[channel][i] = Math.max(0, normed(block, "reduce.norm", channel, z[channel][i]));
            }
        }
        float[] d = values(block, "codewords");
        float[] s = values(block, "smoothing");
        double[][] e = new double[k][c];
        for (int i = 0; i < n; i++) {
            double[] a = new double[k];
            double sum = 0;
            for (int word = 0; word < k; word++) {
                double distance = 0;
                for (int channel = 0; channel < c; channel++) {
                    distance += Math.pow(z[channel][i] - d[word * c + channel], 2);
                }
                a[word] = Math.exp(-s[word] * distance);
                sum += a[word];
            }
            for (int word = 0; word < k; word++) {
                for (int channel = 0; channel < c; channel++) {
                    e[word][channel] += a[word] / sum * (z[channel][i] - d[word * c + channel]);
                }
            }
        }
        float[] gate = values(block, "gate.weight");
        float[] bias = values(block, "gate.bias");
        for (int out = 0; out < c; out++) {
            double total = bias[out];
            for (int channel = 0; channel < c; channel++) {
                double encoded = 0;
                for (int word = 0; word < k; word++) {
                    encoded += Math.max(0, normed(block, "norm", word, e[word][channel]));
                }
                total += gate[out * c + channel] * encoded;
            }
            assertThat((double) actual[out]).isCloseTo(1 / (1 + Math.exp(-total)), within(1e-4));
        }
    }

    private double normed(Block block, String norm, int channel, double value) {
        float mean = values(block, norm + ".runningMean")[channel];
        float variance = values(block, norm + ".runningVar")[channel];
        return (value - mean) / Math.sqrt(variance + 1e-5) * values(block, norm + ".gamma")[channel]
                + values(block, norm + ".beta")[channel];
    }

    @Test
    void anEvenKernelReachesOneCellBackAndTwoAhead() {
        ConvLayer layer = ConvLayer.biasedNormed(1, 1, 4, ConvLayer.Activation.NONE);
        layer.initialize(manager, DataType.FLOAT32, new Shape(1, 1, 3, 3));
        float[] kernel = new float[16];
        kernel[0] = 1;
        kernel[15] = 10;
        set(layer, "conv.weight", kernel);
        NDArray x = manager.create(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, new Shape(1, 1, 3, 3));

        assertThat(layer.apply(store, x, false).toFloatArray())
                .containsExactly(new float[] {90, 0, 0, 0, 1, 2, 0, 4, 5}, within(1e-3f));
    }

    @Test
    void tilesAreEverySecondRowAndColumn() {
        NDArray x = manager.arange(0, 16, 1, DataType.FLOAT32).reshape(1, 1, 4, 4);

        NDArray tiles = Tiles.of(x, 2);

        assertThat(tiles.getShape()).isEqualTo(new Shape(4, 1, 2, 2));
        assertThat(tiles.toFloatArray()).containsExactly(0, 2, 8, 10, 1, 3, 9, 11, 4, 6, 12, 14, 5, 7, 13, 15);
        assertThat(Tiles.joined(tiles, 2).toFloatArray()).containsExactly(x.toFloatArray());
    }

    @Test
    void aDilatedBlockSaysTheSameOnTiles() {
        ResidualBlock block = ResidualBlock.basic(3, 3, 1, 4);
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 16, 12));
        NDArray x = manager.randomNormal(new Shape(2, 3, 16, 12));
        float[] straight = block.apply(store, x, false).toFloatArray();

        block.fold();

        assertThat(block.onTiles(x).toFloatArray()).containsExactly(straight, within(1e-4f));
    }

    @Test
    void fewChannelsAreEnlargedLikeManyWhateverTheirOrderInMemory() {
        NDArray innermost = manager.randomNormal(new Shape(1, 3, 4, 2)).transpose(0, 3, 1, 2);
        NDArray many = NDArrays.concat(new NDList(innermost, innermost, innermost), 1);

        float[] few = Resize.bilinear(innermost, 6, 8).toFloatArray();

        assertThat(few).containsExactly(Resize.bilinear(many, 6, 8).get(":, :2").toFloatArray(), within(1e-6f));
    }

    @Test
    void twiceTheSizeRepeatsEachValue() {
        NDArray x = manager.create(new float[] {1, 2, 3, 4}, new Shape(1, 1, 2, 2));

        assertThat(Resize.twice(x).toFloatArray()).containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4);
    }

    @Test
    void poolingAheadKeepsTheSize() {
        NDArray x = manager.create(new float[] {-5, -3, -4, -9, -8, -7}, new Shape(1, 1, 2, 3));

        assertThat(Pooling.maxAhead(x).toFloatArray()).containsExactly(-3, -3, -4, -8, -7, -7);
    }

    @Test
    void regionsOverlapWhereTheSizeIsNoMultiple() {
        // 4 rows into 3 bins: rows 0-1, 1-2, 2-3; one column
        NDArray x = manager.create(new float[] {1, 3, 5, 9}, new Shape(1, 1, 4, 1));

        assertThat(Pooling.regions(x, 3).toFloatArray()).containsExactly(2, 2, 2, 4, 4, 4, 7, 7, 7);
    }

    @Test
    void bilinearUsesHalfPixelCentres() {
        NDArray x = manager.create(new float[] {0, 4}, new Shape(1, 1, 1, 2));

        // centres of the four new pixels lie at -0.25, 0.25, 0.75, 1.25 of the old ones
        assertThat(Resize.bilinear(x, 1, 4).toFloatArray()).containsExactly(0, 1, 3, 4);
    }

    @Test
    void crossEntropyOfTwoPixels() {
        NDArray logits = manager.create(new float[] {1, 0, 3, 0}, new Shape(1, 2, 1, 2));
        NDArray target = manager.create(new float[] {1, 0}, new Shape(1, 1, 2));

        // -ln p(foreground) of logits (1, 3) and -ln p(background) of logits (0, 0)
        double expected = (Math.log(1 + Math.exp(-2)) + Math.log(2)) / 2;
        assertThat((double) PixelCrossEntropy.mean(logits, target).getFloat()).isCloseTo(expected, within(1e-6));
    }

    @Test
    void greyAndThreeEqualChannelsAreOneInput() {
        UNet network = new UNet(4, true, 2, Optional.empty());
        network.initialize(manager);
        NDArray grey = random(5, new Shape(1, 1, 32, 32)).mul(50).add(128);
        NDArray colour = grey.repeat(1, 3);

        assertThat(network.predict(store, grey).toFloatArray())
                .containsExactly(network.predict(store, colour).toFloatArray());
    }
}
