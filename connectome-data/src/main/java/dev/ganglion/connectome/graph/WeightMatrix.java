package dev.ganglion.connectome.graph;

import dev.ganglion.connectome.CellIndex;
import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.Synapse;

/** The signed weights of a connectome's chemical synapses among its neurons. */
public final class WeightMatrix {
    private WeightMatrix() {}

    /**
     * The matrix {@code w[post][pre]}, neurons in list order: sign times weight, 0 where there is no synapse or its
     * sign is open.
     */
    public static double[][] of(Connectome connectome, SignReading reading) {
        CellIndex index = connectome.index();
        int neurons = connectome.neurons().size();
        double[][] matrix = new double[neurons][neurons];
        for (Synapse synapse : connectome.chemical()) {
            int post = index.of(synapse.post());
            if (post < neurons) {
                matrix[post][index.of(synapse.pre())] = synapse.sign(reading).value() * synapse.weight();
            }
        }
        return matrix;
    }
}
