package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.PlasticWeights;
import dev.ganglion.controllers.StateSpec;
import dev.ganglion.controllers.WatchedNeuron;
import dev.ganglion.controllers.binding.BoundCircuit;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.tensor.Columns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Any circuit as a controller.
 *
 * <p>Its parameters are one vector {@code weights}, one element for each weight group, and beside it {@code neurons} and
 * {@code synapses} if constants of theirs are learned, and {@code modulator} if synapses read a third factor. Its state is one phase for each different period of its
 * pacemakers, in control steps; in a circuit with dynamics also the variables of its neurons and the fast weights of
 * its synapses, and then all of it counts as trained, although no gradient flows through a phase.
 */
public final class CircuitController implements Controller {
    private final String name;
    private final BoundCircuit bound;
    private final CircuitPlan plan;
    private final SensorBank sensors;
    private final List<float[]> commands;
    private final int[] bodyOrder;
    private final List<WatchedNeuron> neurons;

    /**
     * A circuit bound to a body.
     *
     * @param name canonical name of the controller
     */
    public CircuitController(String name, BoundCircuit bound) {
        this.name = name;
        this.bound = bound;
        this.plan = CircuitPlan.of(bound.circuit());
        this.sensors = new SensorBank(bound.observationSize(), bound.sensors());
        this.commands = plan.layout().banks().stream().map(this::commands).toList();
        List<Neuron> all = plan.layout().banks().stream().flatMap(List::stream).toList();
        // The circuit's own order among neurons at one place; those without a place come last, as NaN does.
        List<Neuron> ordered = bound.circuit().neurons().stream()
                .sorted(Comparator.comparingDouble(Neuron::position))
                .toList();
        this.bodyOrder = ordered.stream().mapToInt(all::indexOf).toArray();
        this.neurons = ordered.stream()
                .map(neuron -> new WatchedNeuron(neuron.name(), neuron.cellClass()))
                .toList();
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
        return plan.parameters();
    }

    @Override
    public StateSpec state() {
        return plan.state().spec();
    }

    @Override
    public float[] initialState(RandomGenerator random) {
        return plan.state().initial(random);
    }

    @Override
    public boolean beginsAtRest() {
        return plan.state().beginsAtRest();
    }

    @Override
    public int outputs() {
        return bound.outputs();
    }

    @Override
    public List<WatchedNeuron> neurons() {
        return neurons;
    }

    @Override
    public List<PlasticWeights> plasticWeights() {
        return plan.state().plasticWeights();
    }

    @Override
    public boolean takesRawSignals() {
        return true;
    }

    @Override
    public Step translate(
            Ops tf, Operand<TFloat32> observation, Operand<TFloat32> state, ParameterOperands parameters) {
        return step(new CircuitGraph(tf, plan, parameters), observation, state);
    }

    @Override
    public Unrolled unrolled(Ops tf, ParameterOperands parameters) {
        CircuitGraph circuit = new CircuitGraph(tf, plan, parameters);
        return (observation, parts) -> {
            Step step = step(circuit, observation, parts.get(0));
            return new Recurrence(step.output(), List.of(step.state()), step.measures());
        };
    }

    private Step step(CircuitGraph circuit, Operand<TFloat32> observation, Operand<TFloat32> state) {
        Ops tf = circuit.tf();
        CircuitState.Parts before = plan.state().split(tf, state);
        boolean beats = !plan.oscillators().oscillators().isEmpty();
        List<Operand<TFloat32>> phases = before.take(beats ? 1 : 0);
        BankActivities activities = new BankActivities(
                tf,
                plan.layout(),
                circuit.weights(),
                sensors.sensors().isEmpty() ? null : sensors.activity(tf, observation),
                beats ? plan.oscillators().activity(tf, phases.get(0)) : null);
        List<Operand<TFloat32>> after = new ArrayList<>();
        if (beats) {
            after.add(plan.oscillators().advance(tf, phases.get(0)));
        }
        Optional<Dynamics> dynamics = plan.dynamics();
        if (dynamics.isPresent() && hasReceivers()) {
            after.addAll(move(circuit, dynamics.get(), activities, before));
        } else {
            activities.answer();
        }
        Operand<TFloat32> output = activities.output(commands, bound.outputs(), observation);
        return new Step(output, state(tf, state, after), Map.of(), activity(tf, activities, observation));
    }

    private boolean hasReceivers() {
        return !plan.layout().levels().get(0).models().isEmpty();
    }

    /** Adds the inner steps of a control step, and gives what the neurons and synapses remember after it. */
    private List<Operand<TFloat32>> move(
            CircuitGraph circuit, Dynamics dynamics, BankActivities activities, CircuitState.Parts before) {
        Ops tf = circuit.tf();
        List<List<Operand<TFloat32>>> variables = new ArrayList<>();
        List<Operand<TFloat32>> first = new ArrayList<>();
        for (CircuitLayout.Run run : plan.layout().levels().get(0).models()) {
            List<Operand<TFloat32>> own = before.take(run.model().variables().size());
            variables.add(own);
            first.add(own.get(0));
        }
        SynapticInput synapses = new SynapticInput(circuit, activities, Columns.join(tf, first));
        DynamicStep step = new DynamicStep(circuit, dynamics, synapses);
        List<List<Operand<TFloat32>>> memories = new ArrayList<>();
        plan.plastic()
                .forEach(plastic -> memories.add(before.take(plastic.memories().size())));
        DynamicStep.Moment end = step.run(step.begin(variables, memories));
        activities.add(end.activity());
        List<Operand<TFloat32>> after = new ArrayList<>();
        end.variables().forEach(after::addAll);
        end.memories().forEach(kind -> kind.forEach(memory -> after.add(PlasticGraph.firstLast(tf, memory))));
        return after;
    }

    // TensorFlow refuses to fetch a tensor that is itself fed, so an empty state is passed on as one of its own.
    private Operand<TFloat32> state(Ops tf, Operand<TFloat32> before, List<Operand<TFloat32>> after) {
        return after.isEmpty() ? tf.identity(before) : plan.state().layout().merge(tf, after);
    }

    private Optional<Operand<TFloat32>> activity(Ops tf, BankActivities activities, Operand<TFloat32> observation) {
        Operand<TFloat32> joined = activities.joined(observation);
        return joined == null ? Optional.empty() : Optional.of(Columns.pick(tf, joined, bodyOrder));
    }
}
