package dev.ganglion.controllers.layered;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.PlasticWeights;
import dev.ganglion.controllers.parameter.DenseParameters;
import dev.ganglion.controllers.recurrent.UniformWeights;
import dev.ganglion.controllers.tensor.StateLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a layered network is like.
 *
 * @param signals number of components of the observation
 * @param encoder how it becomes the activity of the input units
 * @param makesTrains whether rates become trains of spikes
 * @param layers the layers, the last of which is read
 * @param time how an answer takes its time
 * @param readout how the last layer is read
 */
record NetworkDesign(
        int signals, Encoder encoder, boolean makesTrains, List<Layer> layers, Time time, Readout readout) {
    /** Name of the weights by which the third factor depends on activities, {@code [units, 1]}. */
    static final String MODULATOR_WEIGHTS = "modulator/weights";

    /** Name of the third factor's offset, {@code [1]}. */
    static final String MODULATOR_BIAS = "modulator/bias";

    private static final String CHARGE = "encoder/charge";
    private static final double MODULATOR_RANGE = 0.1;

    /** Copies the layers. */
    NetworkDesign {
        layers = List.copyOf(layers);
    }

    /**
     * A layer: the units, and the synapses onto them.
     *
     * @param synapses the synapses
     * @param units what the units do
     */
    record Layer(Projection synapses, Units units) {
        private List<StateLayout.Part> state() {
            List<StateLayout.Part> parts = new ArrayList<>();
            for (String variable : units.variables()) {
                parts.add(StateLayout.Part.of("layer-" + synapses.layer() + "/" + variable, synapses.post()));
            }
            parts.addAll(synapses.state());
            return parts;
        }
    }

    /**
     * How an answer takes its time.
     *
     * @param innerSteps inner steps in a control step
     * @param stepSeconds length of an inner step in s
     */
    record Time(int innerSteps, double stepSeconds) {}

    /**
     * How the last layer is read.
     *
     * @param countsSpikes whether every output is the difference between the mean activities of two units in a control
     *     step, the first half of the layer and the second, rather than the activity of one unit after it
     * @param gain factor on what is read
     */
    record Readout(boolean countsSpikes, double gain) {}

    /** Number of outputs. */
    int outputs() {
        int last = layers.get(layers.size() - 1).synapses().post();
        return readout.countsSpikes() ? last / 2 : last;
    }

    /** Number of units in all layers. */
    int units() {
        return layers.stream().mapToInt(layer -> layer.synapses().post()).sum();
    }

    /** Whether the synapses' rule reads a third factor. */
    boolean readsThirdFactor() {
        return layers.get(0).synapses().design().readsThirdFactor();
    }

    /** What is learned. */
    List<ParameterBlock> parameters() {
        List<ParameterBlock> blocks = new ArrayList<>();
        layers.forEach(layer -> blocks.addAll(layer.synapses().parameters()));
        if (readsThirdFactor()) {
            blocks.add(UniformWeights.between(MODULATOR_WEIGHTS, -MODULATOR_RANGE, MODULATOR_RANGE, units(), 1));
            blocks.add(new DenseParameters(MODULATOR_BIAS, List.of(1), random -> new float[] {1}));
        }
        return List.copyOf(blocks);
    }

    /** What the network remembers: charge of the input units; of each layer its units' variables, then its synapses. */
    StateLayout state() {
        List<StateLayout.Part> parts = new ArrayList<>();
        if (makesTrains) {
            parts.add(StateLayout.Part.of(CHARGE, encoder.units(signals)));
        }
        layers.forEach(layer -> parts.addAll(layer.state()));
        return new StateLayout(parts);
    }

    /** The state with which an episode begins. */
    float[] initialState(StateLayout layout, RandomGenerator random) {
        float[] state = new float[layout.size()];
        layers.forEach(layer -> layer.synapses().begin(layout, state, random));
        return state;
    }

    /** Whether every episode begins with zeros. */
    boolean beginsAtRest() {
        return layers.stream().noneMatch(layer -> layer.synapses().design().areWhole());
    }

    /** Where the weights are in the state. */
    List<PlasticWeights> plasticWeights(StateLayout layout) {
        return layers.stream()
                .map(layer -> layer.synapses().plasticWeights(layout))
                .flatMap(Optional::stream)
                .toList();
    }
}
