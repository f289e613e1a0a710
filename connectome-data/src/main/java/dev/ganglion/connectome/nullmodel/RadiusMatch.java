package dev.ganglion.connectome.nullmodel;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.graph.SpectralRadius;
import dev.ganglion.connectome.graph.WeightMatrix;
import java.util.Set;

/**
 * Gives a null model the loop gain of the original, so that the two differ in topology alone.
 *
 * <p>Rewiring changes the spectral radius of the weights, and with it how fast activity grows or dies; a comparison
 * that does not undo this measures gain.
 */
public final class RadiusMatch {
    private RadiusMatch() {}

    /**
     * The null model with its chemical weights among neurons multiplied by one factor, so that the spectral radius of
     * their signed matrix is that of the original.
     *
     * @throws IllegalArgumentException if just one of the two has no loops, so that no factor can do it
     */
    public static Connectome rescaled(Connectome nullModel, Connectome original, SignReading reading) {
        double target = SpectralRadius.of(WeightMatrix.of(original, reading));
        double present = SpectralRadius.of(WeightMatrix.of(nullModel, reading));
        if ((target == 0) != (present == 0)) {
            throw new IllegalArgumentException("Spectral radius " + present + " of " + nullModel.name()
                    + " cannot be scaled to " + target + " of " + original.name());
        }
        double factor = target == 0 ? 1 : target / present;
        Set<String> neurons = nullModel.neuronsByName().keySet();
        return nullModel.withSynapses(nullModel.synapses().stream()
                .map(synapse -> synapse.isChemical() && neurons.contains(synapse.post())
                        ? synapse.withWeight(synapse.weight() * factor)
                        : synapse)
                .toList());
    }
}
