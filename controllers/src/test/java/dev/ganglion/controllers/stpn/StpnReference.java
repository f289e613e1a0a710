package dev.ganglion.controllers.stpn;

/** Short-term plasticity neurons written down plainly in double precision, for one sample. */
final class StpnReference {
    private final Normalisation normalisation;
    private final boolean recurrent;
    private final double clamp;
    private final double[][] weights;
    private final double[][] retention;
    private final double[][] plasticity;
    private final double[] biases;
    private final double[][] fast;
    private double[] hidden;
    private double energy;

    /** With parameters {@code [post][pre]}, all synapses plastic. */
    StpnReference(
            Normalisation normalisation,
            boolean recurrent,
            double clamp,
            double[][] weights,
            double[][] retention,
            double[][] plasticity,
            double[] biases) {
        this.normalisation = normalisation;
        this.recurrent = recurrent;
        this.clamp = clamp;
        this.weights = weights;
        this.retention = retention;
        this.plasticity = plasticity;
        this.biases = biases;
        this.fast = new double[weights.length][weights[0].length];
        this.hidden = new double[weights.length];
    }

    /** Activity after one more step. */
    double[] step(double[] input) {
        double[] presynaptic = presynaptic(input);
        double[] next = new double[hidden.length];
        energy = 0;
        for (int unit = 0; unit < hidden.length; unit++) {
            double length = normalisation == Normalisation.NONE ? 1 : length(unit);
            double drive = 0;
            for (int j = 0; j < presynaptic.length; j++) {
                double efficacy = (weights[unit][j] + fast[unit][j]) / length;
                drive += efficacy * presynaptic[j];
                energy += Math.abs(efficacy) * presynaptic[j] * presynaptic[j] / hidden.length;
            }
            next[unit] = Math.tanh(drive + biases[unit]);
            learn(unit, next[unit], presynaptic, normalisation == Normalisation.PRE ? length : 1);
        }
        hidden = next;
        return next;
    }

    private void learn(int unit, double activity, double[] presynaptic, double length) {
        for (int j = 0; j < presynaptic.length; j++) {
            double learned =
                    retention[unit][j] * fast[unit][j] / length + plasticity[unit][j] * activity * presynaptic[j];
            fast[unit][j] = clamp > 0 ? Math.max(-clamp, Math.min(clamp, learned)) : learned;
        }
        if (normalisation == Normalisation.POST) {
            double after = length(unit);
            for (int j = 0; j < presynaptic.length; j++) {
                fast[unit][j] /= after;
            }
        }
    }

    private double[] presynaptic(double[] input) {
        double[] presynaptic = new double[weights[0].length];
        System.arraycopy(input, 0, presynaptic, 0, input.length);
        if (recurrent) {
            System.arraycopy(hidden, 0, presynaptic, input.length, hidden.length);
        }
        return presynaptic;
    }

    private double length(int unit) {
        double sum = 0;
        for (int j = 0; j < weights[unit].length; j++) {
            double efficacy = weights[unit][j] + fast[unit][j];
            sum += efficacy * efficacy;
        }
        return Math.sqrt(sum + 1e-12);
    }

    /** Plastic efficacy {@code [post][pre]}. */
    double[][] fast() {
        return fast;
    }

    /** Energy of the last step. */
    double energy() {
        return energy;
    }
}
