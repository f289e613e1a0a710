package dev.ganglion.controllers.adapter;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.PlasticWeights;
import dev.ganglion.controllers.StateSpec;
import dev.ganglion.controllers.WatchedNeuron;
import dev.ganglion.controllers.network.DenseNetwork;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A controller between two learned linear maps: one from a body's observation to what the controller senses, one from
 * what it commands to the body's action or logits. Both are parameters of it.
 */
final class AdaptedController implements Controller {
    private final Controller inner;
    private final DenseNetwork encoder;
    private final DenseNetwork decoder;

    /**
     * Around a controller.
     *
     * @param inner the controller that is adapted
     * @param encoder from the observation to what it senses
     * @param decoder from what it commands to the action
     */
    AdaptedController(Controller inner, DenseNetwork encoder, DenseNetwork decoder) {
        this.inner = inner;
        this.encoder = encoder;
        this.decoder = decoder;
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public List<ParameterBlock> parameters() {
        return Stream.of(encoder.parameters(), inner.parameters(), decoder.parameters())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public StateSpec state() {
        return inner.state();
    }

    @Override
    public float[] initialState(RandomGenerator random) {
        return inner.initialState(random);
    }

    @Override
    public boolean beginsAtRest() {
        return inner.beginsAtRest();
    }

    @Override
    public int outputs() {
        return decoder.outputs();
    }

    @Override
    public List<WatchedNeuron> neurons() {
        return inner.neurons();
    }

    @Override
    public List<PlasticWeights> plasticWeights() {
        return inner.plasticWeights();
    }

    /** The encoder is learned, so it is better off with normalised signals, as any network is. */
    @Override
    public boolean takesRawSignals() {
        return false;
    }

    @Override
    public Step translate(
            Ops tf, Operand<TFloat32> observation, Operand<TFloat32> state, ParameterOperands parameters) {
        Step step = inner.translate(tf, encoder.translate(tf, observation, parameters), state, parameters);
        Operand<TFloat32> action = decoder.translate(tf, step.output(), parameters);
        return new Step(action, step.state(), step.measures(), step.activity());
    }
}
