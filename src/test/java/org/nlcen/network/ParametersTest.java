package org.nlcen.network;

import java.util.Map;
import java.util.Optional;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Totals worked out from the layer tables, independently of this code. */
class ParametersTest {
    private static long count(Block block, int channels) {
        try (NDManager manager = NDManager.newBaseManager()) {
            if (block instanceof SegmentationNetwork network) {
                network.initialize(manager);
            } else {
                if (block instanceof NlceBlock nlce) {
                    nlce.setInitializers();
                }
                block.initialize(manager, DataType.FLOAT32, new Shape(1, channels, 64, 64));
            }
            return Parameters.count(block);
        }
    }

    @Test
    void nlcenWithResNet18AndItsAblations() {
        assertThat(count(Nlcen.resNet18(NlceOptions.PAPER), 3)).isEqualTo(14_371_978);
        assertThat(count(Nlcen.resNet18(NlceOptions.NONE), 3)).isEqualTo(12_943_434);
        assertThat(count(Nlcen.resNet18(NlceOptions.WITHOUT_NON_LOCAL), 3)).isEqualTo(13_673_738);
        assertThat(count(Nlcen.resNet18(NlceOptions.WITHOUT_CONTEXT_ENCODING), 3))
                .isEqualTo(13_641_674);
    }

    @Test
    void readingsOfNlcen() {
        assertThat(count(Nlcen.resNet18Inline(NlceOptions.PAPER), 3)).isEqualTo(14_371_978);
        assertThat(count(Nlcen.resNet18(NlceOptions.SCALED), 3)).isEqualTo(14_371_978);
        assertThat(count(Nlcen.resNet18(NlceOptions.POOLED), 3)).isEqualTo(14_371_978);
        // scale and shift of the norms on W_z of all four levels
        int norms = 2 * (64 + 128 + 256 + 512);
        assertThat(count(Nlcen.resNet18(NlceOptions.WITHOUT_NORM), 3)).isEqualTo(14_371_978 - norms);
    }

    @Test
    void nlcenWithResNet50() {
        assertThat(count(Nlcen.resNet50(NlceOptions.PAPER), 3)).isEqualTo(41_027_274);
        assertThat(count(Nlcen.resNet50(NlceOptions.NONE), 3)).isEqualTo(26_012_234);
    }

    @Test
    void trunks() {
        assertThat(count(new ResNetTrunk(ResNetTrunk.Depth.RESNET18), 3)).isEqualTo(11_176_512);
        assertThat(count(new ResNetTrunk(ResNetTrunk.Depth.RESNET50), 3)).isEqualTo(23_508_032);
    }

    @Test
    void uNet() {
        assertThat(count(new UNet(64, true, 2, Optional.empty()), 3)).isEqualTo(31_037_698);
        assertThat(count(new UNet(64, false, 2, Optional.empty()), 3)).isEqualTo(31_031_810);
        assertThat(count(new UNet(64, false, 1, Optional.empty()), 3)).isEqualTo(31_031_745);
        assertThat(count(new UNet(64, false, 2, Optional.of(NlceOptions.PAPER)), 3))
                .isEqualTo(34_198_114);
        assertThat(count(new UNet(32, true, 2, Optional.empty()), 3)).isEqualTo(7_763_074);
    }

    @Test
    void nwcn() {
        assertThat(count(new Nwcn(2, 32, Optional.empty()), 3)).isEqualTo(243_844);
        assertThat(count(new Nwcn(2, 32, Optional.of(NlceOptions.PAPER)), 3)).isEqualTo(254_596);
        Nwcn one = new Nwcn(1, 32, Optional.empty());
        count(one, 3);
        assertThat(Parameters.named(one).entrySet().stream()
                        .filter(entry -> entry.getKey().endsWith("conv.weight")
                                && !entry.getKey().contains("output"))
                        .mapToLong(entry -> entry.getValue().getShape().size())
                        .sum())
                .isEqualTo(120_672);
    }

    @Test
    void cdnn() {
        assertThat(count(new Cdnn(16, Optional.empty()), 3)).isEqualTo(5_038_881);
        // with 7 channels and NLCE 6,107,073; four channels less in the first 3x3 to 16
        assertThat(count(new Cdnn(16, Optional.of(NlceOptions.PAPER)), 3)).isEqualTo(6_107_073 - 4 * 9 * 16);
    }

    @Test
    void slsDeep() {
        assertThat(count(new SlsDeep(64, false, Optional.empty()), 3)).isEqualTo(46_657_348);
        assertThat(count(new SlsDeep(64, true, Optional.empty()), 3)).isEqualTo(46_657_348);
        assertThat(count(new SlsDeep(64, false, Optional.of(NlceOptions.PAPER)), 3))
                .isEqualTo(57_166_756);
    }

    @Test
    void invertedNet() {
        assertThat(count(new InvertedNet(256, 3, 2, Optional.empty()), 3)).isEqualTo(3_145_122);
        assertThat(count(new InvertedNet(256, 1, 3, Optional.empty()), 1)).isEqualTo(3_140_771);
        assertThat(count(new InvertedNet(256, 3, 2, Optional.of(NlceOptions.PAPER)), 3))
                .isEqualTo(3_146_834);
    }

    @Test
    void nlceModuleWith64Channels() {
        assertThat(count(new NlceBlock(64, NlceOptions.PAPER), 64)).isEqualTo(18_848);
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void anArchitectureStatesItsTrueTotal(Architecture architecture) {
        assertThat(architecture.parameters()).isEqualTo(count(architecture.create(), 3));
    }

    @Test
    void namesArePathsWithoutTheEnginesNumbers() {
        Map<String, Parameter> named = Parameters.named(Nlcen.resNet18(NlceOptions.PAPER));

        assertThat(named)
                .containsKeys(
                        "trunk.conv1.conv.weight",
                        "trunk.conv3_1.shortcut.norm.runningVar",
                        "nlce5.nonlocal.theta.conv.weight",
                        "nlce2.context.codewords",
                        "nlce2.context.gate.bias",
                        "refine5_3.layer2.norm.gamma",
                        "output.conv.bias")
                .doesNotContainKey("trunk.conv1.conv.bias");
    }
}
