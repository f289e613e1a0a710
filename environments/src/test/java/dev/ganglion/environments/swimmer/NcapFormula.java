package dev.ganglion.environments.swimmer;

/**
 * The worm's circuit as a formula: NCAP for swimming, with its shared weights (Bhattasali, Zador and Engel 2022,
 * {@code neurobo/ncap/swimmer.py}).
 *
 * @param proprioception weight of the bend in front on the next joint's B neurons
 * @param oscillator weight of the head's oscillator
 * @param ipsilateral weight of a B neuron on its own side's muscle
 * @param contralateral weight of a B neuron on the other side's muscle
 */
record NcapFormula(double proprioception, double oscillator, double ipsilateral, double contralateral) {
    static final NcapFormula DEFAULT = new NcapFormula(1, 1, 1, -1);

    /** Control steps of one cycle of the oscillator. */
    private static final int PERIOD = 60;

    /** Muscle commands of every joint at a step of the episode, from the joint angles in rad. */
    void act(int step, double[] jointAngles, double[] command) {
        act(step, PERIOD, 0, 0, jointAngles, command);
    }

    /** The same with another period, and with turn commands that reach the head's joint. */
    void act(int step, int period, double right, double left, double[] jointAngles, double[] command) {
        int joints = jointAngles.length;
        double limit = 2 * Math.PI / (joints + 1);
        boolean isDorsalPhase = step % period < period / 2;
        for (int joint = 0; joint < joints; joint++) {
            double dorsal;
            double ventral;
            if (joint == 0) {
                dorsal = graded((isDorsalPhase ? oscillator : 0) + right);
                ventral = graded((isDorsalPhase ? 0 : oscillator) + left);
            } else {
                double bend = Math.max(-1, Math.min(1, jointAngles[joint - 1] / limit));
                dorsal = graded(proprioception * Math.max(0, bend));
                ventral = graded(proprioception * Math.max(0, -bend));
            }
            command[joint] = graded(ipsilateral * dorsal + contralateral * ventral)
                    - graded(ipsilateral * ventral + contralateral * dorsal);
        }
    }

    private static double graded(double x) {
        return Math.min(1, Math.max(0, x));
    }
}
