package dev.ganglion.controllers.recurrent;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.PlasticWeights;
import dev.ganglion.controllers.StateSpec;
import dev.ganglion.controllers.network.Activation;
import dev.ganglion.controllers.network.DenseNetwork;
import dev.ganglion.controllers.tensor.StateLayout;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A cell that sees the whole observation, and a readout of its units to the whole action.
 *
 * @param name canonical name
 * @param cell the cell
 * @param readout a linear layer, or a network
 */
public record RecurrentController(String name, RecurrentCell cell, DenseNetwork readout) implements Controller {
    /** The nearly zero gain of a policy's output layer: the first actions are all but zero and hardly differ. */
    private static final double POLICY_GAIN = 0.01;

    /** A cell with a linear readout of its units. */
    public static RecurrentController of(String name, RecurrentCell cell, int outputs) {
        return of(name, cell, List.of(), Activation.TANH, outputs);
    }

    /**
     * A cell with a readout that has hidden layers of its own.
     *
     * @param hidden their sizes, first to last
     * @param activation what their units do
     */
    static RecurrentController of(
            String name, RecurrentCell cell, List<Integer> hidden, Activation activation, int outputs) {
        return new RecurrentController(
                name, cell, new DenseNetwork("readout/", cell.hidden(), hidden, outputs, activation, POLICY_GAIN));
    }

    @Override
    public List<ParameterBlock> parameters() {
        return Stream.concat(cell.parameters().stream(), readout.parameters().stream())
                .toList();
    }

    @Override
    public StateSpec state() {
        List<String> names = cell.state().names();
        return names.isEmpty() ? StateSpec.none() : new StateSpec(StateSpec.Kind.TRAINED, names);
    }

    @Override
    public float[] initialState(RandomGenerator random) {
        return new float[cell.state().size()];
    }

    @Override
    public int outputs() {
        return readout.outputs();
    }

    @Override
    public List<PlasticWeights> plasticWeights() {
        return cell.plasticWeights();
    }

    @Override
    public boolean takesRawSignals() {
        return false;
    }

    @Override
    public boolean beginsAtRest() {
        return true;
    }

    @Override
    public List<Integer> stateParts() {
        return remembers() ? cell.state().sizes() : List.of(0);
    }

    private boolean remembers() {
        return !cell.state().parts().isEmpty();
    }

    @Override
    public Step translate(
            Ops tf, Operand<TFloat32> observation, Operand<TFloat32> state, ParameterOperands parameters) {
        if (!remembers()) {
            RecurrentCell.Activity activity = cell.step(tf, observation, List.of(), parameters);
            return new Step(
                    readout.translate(tf, activity.hidden(), parameters), tf.identity(state), activity.measures());
        }
        StateLayout layout = cell.state();
        Recurrence next = recur(tf, observation, layout.cut(tf, state), parameters);
        return new Step(next.output(), StateLayout.join(tf, next.parts()), next.measures());
    }

    @Override
    public Recurrence recur(
            Ops tf,
            Operand<TFloat32> observation,
            List<? extends Operand<TFloat32>> parts,
            ParameterOperands parameters) {
        StateLayout layout = cell.state();
        List<Operand<TFloat32>> memory = remembers() ? layout.shape(tf, parts) : List.of();
        RecurrentCell.Activity activity = cell.step(tf, observation, memory, parameters);
        List<Operand<TFloat32>> next =
                remembers() ? layout.flatten(tf, activity.memory()) : List.of(tf.identity(parts.get(0)));
        return new Recurrence(readout.translate(tf, activity.hidden(), parameters), next, activity.measures());
    }
}
