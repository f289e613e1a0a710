package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.StateSpec;
import dev.ganglion.controllers.binding.BoundCircuit;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.parameter.WeightVector;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Any circuit without memory but for its pacemakers' phases, as a controller.
 *
 * <p>Its parameters are one vector {@value #WEIGHTS}, one element for each weight group. Its state is one phase for
 * each different period, in control steps.
 */
public final class CircuitController implements Controller {
    private static final String WEIGHTS = "weights";

    private final String name;
    private final BoundCircuit bound;
    private final CircuitLayout layout;
    private final SensorBank sensors;
    private final OscillatorBank oscillators;
    private final List<float[]> commands;

    /**
     * A circuit bound to a body.
     *
     * @param name canonical name of the controller
     */
    public CircuitController(String name, BoundCircuit bound) {
        this.name = name;
        this.bound = bound;
        this.layout = CircuitLayout.of(bound.circuit());
        this.sensors = new SensorBank(bound.observationSize(), bound.sensors());
        this.oscillators = new OscillatorBank(layout.sources(CircuitLayout.OSCILLATORS, Source.Oscillator.class));
        this.commands = layout.banks().stream().map(this::commands).toList();
    }

    /** The coefficients of a bank's neurons in the output, {@code [neurons, outputs]}; empty if none has any. */
    private float[] commands(List<Neuron> bank) {
        float[] coefficients = new float[bank.size() * bound.outputs()];
        boolean any = false;
        for (int port = 0; port < bound.commands().size(); port++) {
            for (OutputPort.Term term : bound.circuit().outputs().get(port).terms()) {
                for (int row = 0; row < bank.size(); row++) {
                    if (bank.get(row).name().equals(term.neuron())) {
                        int place = row * bound.outputs() + bound.commands().get(port);
                        coefficients[place] += (float) term.coefficient();
                        any = true;
                    }
                }
            }
        }
        return any ? coefficients : new float[0];
    }

    @Override
    public String name() {
        return name;
    }

    /** The circuit that it runs. */
    public BoundCircuit bound() {
        return bound;
    }

    @Override
    public List<ParameterBlock> parameters() {
        return bound.circuit().groups().isEmpty()
                ? List.of()
                : List.of(new WeightVector(WEIGHTS, bound.circuit().groups()));
    }

    @Override
    public StateSpec state() {
        List<Integer> periods = oscillators.periods();
        if (periods.isEmpty()) {
            return StateSpec.none();
        }
        return new StateSpec(
                StateSpec.Kind.AUTONOMOUS,
                periods.stream()
                        .map(period -> periods.size() == 1 ? "oscillator/phase" : "oscillator/" + period + "/phase")
                        .toList());
    }

    @Override
    public float[] initialState(RandomGenerator random) {
        return new float[oscillators.periods().size()];
    }

    @Override
    public int outputs() {
        return bound.outputs();
    }

    @Override
    public boolean takesRawSignals() {
        return true;
    }

    @Override
    public Step translate(
            Ops tf, Operand<TFloat32> observation, Operand<TFloat32> state, ParameterOperands parameters) {
        boolean senses = !sensors.sensors().isEmpty();
        boolean beats = !oscillators.oscillators().isEmpty();
        Operand<TFloat32> output = new CircuitTranslation(tf, layout, weights(parameters))
                .output(
                        senses ? sensors.activity(tf, observation) : null,
                        beats ? oscillators.activity(tf, state) : null,
                        commands,
                        bound.outputs(),
                        observation);
        // TensorFlow refuses to fetch a tensor that is itself fed, so an empty state is passed on as one of its own.
        return new Step(output, beats ? oscillators.advance(tf, state) : tf.identity(state));
    }

    private @Nullable Operand<TFloat32> weights(ParameterOperands parameters) {
        return bound.circuit().groups().isEmpty() ? null : parameters.effective(WEIGHTS);
    }
}
