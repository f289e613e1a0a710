package dev.ganglion.controllers.spinal;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The rhythm generator of Bhattasali et al. (2024) without senses, in double precision and written out limb by limb. It
 * shares nothing with the circuit.
 *
 * <p>Limbs: 0 fore left, 1 fore right, 2 hind left, 3 hind right.
 */
final class RhythmReference {
    private static final double STEP = 0.03;
    private static final double T = 1.4;
    private static final int[] OPPOSITE = {1, 0, 3, 2};
    private static final int[] SAME_SIDE = {2, 3, 0, 1};
    private static final int[] DIAGONAL = {3, 2, 1, 0};

    private final double command;
    private final double[] adaptation;
    private final boolean[] active = new boolean[4];
    private double[] flexor = new double[4];
    private final double[] extensor = new double[4];
    private final double[] crossedV0d = new double[4];
    private final double[] v3f = new double[4];
    private final double[] v3e = new double[4];
    private final double[] diagonalV0d = new double[4];
    private final double[] v0v = new double[4];
    private final double[] in2 = new double[4];
    private final double[] v3a = new double[4];

    /**
     * At the beginning of an episode.
     *
     * @param adaptation of the four flexors
     */
    RhythmReference(double command, double[] adaptation) {
        this.command = command;
        this.adaptation = adaptation.clone();
    }

    /** Adaptations drawn from the whole of a pause. */
    static double[] start(RandomGenerator random) {
        double[] thresholds = thresholds(0.2, 1.2);
        return random.doubles(4, thresholds[0], thresholds[1]).toArray();
    }

    /** Adaptations at which a burst and a pause end, A and Q, for bursts and pauses of so many seconds. */
    static double[] thresholds(double burst, double pause) {
        double end = (1 - Math.exp(4 * pause / T)) / (1 - Math.exp(4 * (burst + pause) / T));
        return new double[] {end, end * Math.exp(4 * burst / T)};
    }

    /** One step of 30 ms: which flexors are active after it. */
    boolean[] step() {
        double[] drive = new double[4];
        for (int i = 0; i < 4; i++) {
            int other = OPPOSITE[i];
            int side = SAME_SIDE[i];
            int diagonal = DIAGONAL[i];
            drive[i] = 0.1 + command - 0.1 * extensor[i] - 1.5 * crossedV0d[other] + 0.3 * v3f[other];
            drive[i] += 0.1 * extensor[side];
            drive[i] += i < 2
                    ? 0.2 * v3a[diagonal]
                    : -0.1 * flexor[side] - 0.8 * diagonalV0d[diagonal] + 0.2 * v0v[diagonal];
        }
        double[] nextFlexor = new double[4];
        for (int i = 0; i < 4; i++) {
            nextFlexor[i] = burst(i, drive[i]);
        }
        double[] beforeV3f = v3f.clone();
        double[] beforeV3e = v3e.clone();
        double[] beforeV3a = v3a.clone();
        double[] beforeIn2 = in2.clone();
        double[] beforeExtensor = extensor.clone();
        for (int i = 0; i < 4; i++) {
            settle(extensor, i, 0.8 - flexor[i] + 0.05 * beforeV3e[OPPOSITE[i]]);
            settle(crossedV0d, i, -0.1 - 0.8 * command + flexor[i]);
            settle(v3f, i, -0.4 + command + flexor[i]);
            settle(v3e, i, beforeExtensor[i]);
            if (i < 2) {
                settle(diagonalV0d, i, -0.1 - 0.5 * command + flexor[i] - 0.2 * beforeIn2[i]);
                settle(v0v, i, -0.1 - 0.5 * command + flexor[i]);
                settle(in2, i, -0.1 + beforeV3f[i] + 0.8 * beforeV3a[DIAGONAL[i]]);
            } else {
                settle(v3a, i, -0.4 + 0.8 * command + flexor[i]);
            }
        }
        flexor = nextFlexor;
        return active.clone();
    }

    /** Adaptations after the last step. */
    double[] adaptation() {
        return adaptation.clone();
    }

    // A settling time of one step makes k = 4. The output is the voltage clipped to [0, 1]; as nothing reads a negative
    // voltage but the unit itself, voltages are kept here and clipped where they are read.
    private final double[][] voltages = new double[8][4];

    private void settle(double[] outputs, int limb, double input) {
        double[] voltage = voltages[
                Arrays.asList(extensor, crossedV0d, v3f, v3e, diagonalV0d, v0v, in2, v3a)
                        .indexOf(outputs)];
        voltage[limb] = 0.2 * voltage[limb] + 0.8 * Math.max(-1, Math.min(1, input));
        outputs[limb] = Math.max(0, Math.min(1, voltage[limb]));
    }

    private double burst(int limb, double input) {
        double k = 4 * STEP / T;
        adaptation[limb] = (adaptation[limb] + (active[limb] ? 0 : k)) / (1 + k);
        double drawn = Math.max(0, Math.min(1, input));
        double[] alone = thresholds(0.2, 1.2);
        double[] driven = thresholds(0.5 * 0.2, 0.05 * 1.2);
        double end = alone[0] * (1 - drawn) + driven[0] * drawn;
        double begin = alone[1] * (1 - drawn) + driven[1] * drawn;
        active[limb] =
                active[limb] ? !(adaptation[limb] <= end && input <= 3) : adaptation[limb] >= begin && input >= 0;
        return active[limb] ? (1 + adaptation[limb]) / 2 : 0;
    }
}
