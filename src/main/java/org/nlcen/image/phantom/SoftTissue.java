package org.nlcen.image.phantom;

import java.util.Random;

/** The body without its bones: outline, lungs full of air, heart, great vessels, diaphragm, breasts. */
final class SoftTissue {
    /** Share of a lung's depth that is air. */
    private static final double AIR = 0.77;

    private final ThoraxShape shape;
    private final double shoulder;
    private final double armpit;
    private final double breast;
    private final double mediastinum;
    private final SmoothNoise texture;

    SoftTissue(ThoraxShape shape, Random random) {
        this.shape = shape;
        shoulder = shape.top(true) - 5 + 3 * ThoraxShape.gaussian(random);
        armpit = 118 + 9 * ThoraxShape.gaussian(random);
        breast = Math.max(0, 1.3 * ThoraxShape.gaussian(random));
        mediastinum = 0.48 + 0.04 * ThoraxShape.gaussian(random);
        texture = new SmoothNoise(random.nextLong());
    }

    /** Draws centimetres of water along each ray; {@code side} pixels a side. */
    void draw(Canvas canvas, int side) {
        double unit = 256.0 / side;
        double[] dome = new double[side];
        for (int u = 0; u < side; u++) {
            double x = (u + 0.5) * unit;
            double leftShare = Arch.step((x - shape.middle) / 20 + 0.5);
            dome[u] = shape.diaphragm(true, x) * (1 - leftShare) + shape.diaphragm(false, x) * leftShare;
        }
        for (int v = 0; v < side; v++) {
            double y = (v + 0.5) * unit;
            Row right = new Row(true, y);
            Row left = new Row(false, y);
            for (int u = 0; u < side; u++) {
                double x = (u + 0.5) * unit;
                Row row = shape.rightSide(x) ? right : left;
                double body = Math.max(row.torso(x), Math.max(shoulders(x, y), neck(x, y)));
                double air = AIR * Math.min(row.lung(x, y - dome[u]), 0.9 * body);
                double mottled = 1 + 0.06 * texture.at(x / 22, y / 22, 6);
                canvas.values[v * side + u] = (float) (Math.max(0, body - air) * mottled + breasts(x, y));
            }
        }
    }

    /** One side of the trunk at one height. */
    private final class Row {
        private final double lateral;
        private final double medial;
        private final double fraction;
        private final double trunkHalf;
        private final double trunkDepth;
        private final double lungDepth;
        private final double below;

        Row(boolean right, double y) {
            fraction = shape.fraction(right, y);
            lateral = shape.lateral(right, y);
            medial = shape.medial(right, y);
            double height = shape.bottom(right) - shape.top(right);
            double inner = shape.lateral(right, Math.max(y, shape.top(right) + 0.04 * height));
            double flank = Arch.step((y - shape.bottom(right)) / 60) * 4;
            trunkHalf = Math.abs(inner - shape.middle) + shape.wall * Math.min(1, 0.4 + Math.max(0, fraction)) + flank;
            trunkDepth = shape.depth * (0.5 + 0.5 * Arch.step((y + 20) / 130)) * (1 - 0.1 * Arch.step((y - 170) / 80));
            lungDepth = fraction <= 0 ? 0 : 2 * (shape.depth - 2.4) * Arch.ROUND.at(1 - fraction / 0.42);
            below = y;
        }

        double torso(double x) {
            double under = below - shoulderLine(x);
            return under < 0
                    ? 0
                    : 2
                            * trunkDepth
                            * Arch.FLAT.at(Math.abs(x - shape.middle) / trunkHalf)
                            * Arch.ROUND.at(1 - under / 40);
        }

        /** Lung along the ray; {@code underDome} is how far below the diaphragm's dome the ray passes. */
        double lung(double x, double underDome) {
            double u = (x - lateral) / (medial - lateral);
            if (lungDepth == 0 || u <= 0) {
                return 0;
            }
            double inward = Math.abs(medial - lateral) * (1 - u);
            double behind = fraction < 0.32 ? 0.75 * mediastinum : mediastinum;
            // the heart's rim: lung beside it to the full depth within a few millimetres, behind it ever less
            double beside = behind + (1 - behind) * (0.45 + 0.55 * Arch.ROUND.at(1 - inward / 9));
            double hidden = behind * (0.3 + 0.7 * StrictMath.exp(Math.min(0, inward) / 22));
            double rim = Arch.step(inward / 0.9 + 0.5);
            double free = hidden + (beside - hidden) * rim;
            return lungDepth * Arch.FLAT.at(1 - u / 0.5) * free * recess(u, underDome);
        }

        /** Share of the lung's depth that hangs down behind the dome. */
        private double recess(double u, double underDome) {
            double rest = 0.5 * Math.max(0, 1 - Math.sqrt(Math.max(0, underDome) / 30)) * Arch.step(u / 0.35);
            return rest + (1 - rest) * (1 - Arch.step(underDome / 0.9 + 0.5));
        }
    }

    private double shoulders(double x, double y) {
        double under = y - shoulderLine(x);
        double end = armpit + 24 * Arch.step((Math.abs(x - shape.middle) - 95) / 40) - y;
        return under <= 0 || end <= 0 ? 0 : 12.5 * Arch.ROUND.at(1 - under / 36) * Arch.ROUND.at(1 - end / 50);
    }

    private double neck(double x, double y) {
        double u = Math.abs(x - shape.middle) / (42 + 0.9 * Math.max(0, y - 8));
        return 12 * Arch.ROUND.at(u) * (1 - Arch.step((y - 40) / 40));
    }

    /** y of the skin above the shoulders. */
    private double shoulderLine(double x) {
        return shoulder - 16 + 0.24 * Math.max(0, Math.abs(x - shape.middle) - 38);
    }

    private double breasts(double x, double y) {
        if (breast == 0) {
            return 0;
        }
        double dx = (Math.abs(x - shape.middle) - 58) / 46;
        double dy = (y - 172) / (y > 172 ? 22 : 60);
        return breast * Math.sqrt(Math.max(0, 1 - dx * dx - dy * dy));
    }
}
