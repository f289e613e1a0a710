package dev.ganglion.controllers.layered;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.PlasticWeights;
import dev.ganglion.controllers.StateSpec;
import dev.ganglion.controllers.WatchedNeuron;
import dev.ganglion.controllers.tensor.StateLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A layered network as a controller, from the whole observation to the whole action.
 *
 * <p>Its neurons are named by layer and place, such as {@code layer-0/3}; what is watched is their mean activity in a
 * control step, the share of inner steps with a spike for those that fire.
 */
final class NetworkController implements Controller {
    private final String name;
    private final NetworkDesign design;
    private final StateLayout layout;
    private final StateSpec state;
    private final List<WatchedNeuron> neurons;

    /**
     * A network.
     *
     * @param name canonical name
     */
    NetworkController(String name, NetworkDesign design) {
        this.name = name;
        this.design = design;
        this.layout = design.state();
        this.state = remembers() ? new StateSpec(StateSpec.Kind.TRAINED, layout.names()) : StateSpec.none();
        this.neurons = watched(design);
    }

    private static List<WatchedNeuron> watched(NetworkDesign design) {
        List<WatchedNeuron> neurons = new ArrayList<>();
        for (NetworkDesign.Layer layer : design.layers()) {
            String of = "layer-" + layer.synapses().layer();
            for (int unit = 0; unit < layer.synapses().post(); unit++) {
                neurons.add(new WatchedNeuron(of + "/" + unit, of));
            }
        }
        return List.copyOf(neurons);
    }

    private boolean remembers() {
        return !layout.parts().isEmpty();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<ParameterBlock> parameters() {
        return design.parameters();
    }

    @Override
    public StateSpec state() {
        return state;
    }

    @Override
    public float[] initialState(RandomGenerator random) {
        return design.initialState(layout, random);
    }

    @Override
    public boolean beginsAtRest() {
        return design.beginsAtRest();
    }

    @Override
    public int outputs() {
        return design.outputs();
    }

    @Override
    public List<WatchedNeuron> neurons() {
        return neurons;
    }

    @Override
    public List<PlasticWeights> plasticWeights() {
        return design.plasticWeights(layout);
    }

    @Override
    public boolean takesRawSignals() {
        return false;
    }

    @Override
    public List<Integer> stateParts() {
        return remembers() ? layout.sizes() : List.of(0);
    }

    @Override
    public Step translate(
            Ops tf, Operand<TFloat32> observation, Operand<TFloat32> before, ParameterOperands parameters) {
        List<Operand<TFloat32>> parts = remembers() ? layout.split(tf, before) : List.of();
        NetworkGraph.Answer answer = new NetworkGraph(tf, design, parameters).step(observation, parts);
        // TensorFlow refuses to fetch a tensor that is itself fed, so an empty state is passed on as one of its own.
        Operand<TFloat32> after = remembers() ? layout.merge(tf, answer.state()) : tf.identity(before);
        return new Step(answer.output(), after, Map.of(), Optional.of(answer.activity()));
    }

    @Override
    public Recurrence recur(
            Ops tf,
            Operand<TFloat32> observation,
            List<? extends Operand<TFloat32>> parts,
            ParameterOperands parameters) {
        return unrolled(tf, parameters).step(observation, parts);
    }

    @Override
    public Unrolled unrolled(Ops tf, ParameterOperands parameters) {
        NetworkGraph network = new NetworkGraph(tf, design, parameters);
        return (observation, parts) -> {
            List<Operand<TFloat32>> before = remembers() ? layout.shape(tf, parts) : List.of();
            NetworkGraph.Answer answer = network.step(observation, before);
            List<Operand<TFloat32>> after =
                    remembers() ? layout.flatten(tf, answer.state()) : List.of(tf.identity(parts.get(0)));
            return new Recurrence(answer.output(), after, Map.of());
        };
    }
}
