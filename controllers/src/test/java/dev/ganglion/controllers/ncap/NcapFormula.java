package dev.ganglion.controllers.ncap;

import java.util.Map;

/**
 * NCAP's action as one reads it in the equations of Bhattasali, Zador and Engel (2022), in double precision, with
 * shared weights. It knows nothing of circuits.
 *
 * @param joints number of joints
 * @param period period of the oscillator in control steps
 * @param weights prop, osc, ipsi, contra, and speed and turn where they are used
 * @param speed speed command in [0, 1]; 1 without the speed port
 * @param right turn command in [0, 1]; 0 without the turn port
 * @param left turn command in [0, 1]; 0 without the turn port
 * @param turnJoints joints that turn commands reach
 */
record NcapFormula(
        int joints, int period, Map<String, Double> weights, double speed, double right, double left, int turnJoints) {
    NcapFormula(int joints, int period, Map<String, Double> weights) {
        this(joints, period, weights, 1, 0, 0, 0);
    }

    double[] action(double[] angles, int phase) {
        double limit = 2 * Math.PI / (joints + 1);
        double[] action = new double[joints];
        for (int i = 0; i < joints; i++) {
            double before = i == 0 ? 0 : Math.max(-1, Math.min(1, angles[i - 1] / limit));
            boolean dorsalHalf = phase % period < period / 2;
            double dorsal = b(i, Math.max(0, before), dorsalHalf, right);
            double ventral = b(i, Math.max(0, -before), !dorsalHalf, left);
            double dorsalMuscle = graded(w("ipsi") * dorsal + w("contra") * ventral);
            double ventralMuscle = graded(w("ipsi") * ventral + w("contra") * dorsal);
            action[i] = dorsalMuscle - ventralMuscle;
        }
        return action;
    }

    private double b(int joint, double stretch, boolean oscillator, double turn) {
        double sum = w("speed") * (1 - speed);
        sum += joint == 0 ? w("osc") * (oscillator ? 1 : 0) : w("prop") * stretch;
        if (joint < turnJoints) {
            sum += w("turn") * turn;
        }
        return graded(sum);
    }

    private double w(String name) {
        return weights.getOrDefault(name, 0.0);
    }

    private static double graded(double x) {
        return Math.min(1, Math.max(0, x));
    }
}
