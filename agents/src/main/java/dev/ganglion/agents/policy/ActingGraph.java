package dev.ganglion.agents.policy;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The operations by which a controller acts, one step for a batch of environments.
 *
 * <p>It acts with a copy of the parameters' effective values, taken whenever {@link #publish} is run: their
 * parametrisation is computed once, not at every step.
 */
public final class ActingGraph {
    private final Placeholder<TFloat32> observation;
    private final Placeholder<TFloat32> state;
    private final Output<TFloat32> output;
    private final Output<TFloat32> nextState;
    private final SortedMap<String, Output<TFloat32>> measures = new TreeMap<>();
    private final Optional<Output<TFloat32>> activity;
    private final Op publish;

    /**
     * Adds the operations.
     *
     * @param tf where to add
     * @param controller what acts
     * @param observationSize number of components of an observation
     * @param learned effective values of the parameters, to be copied from
     */
    public ActingGraph(Ops tf, Controller controller, int observationSize, ParameterOperands learned) {
        observation = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, observationSize)));
        state = tf.placeholder(
                TFloat32.class,
                Placeholder.shape(Shape.of(-1, controller.state().size())));
        Map<String, Operand<TFloat32>> copies = new LinkedHashMap<>();
        List<Op> assignments = new ArrayList<>();
        for (ParameterBlock block : controller.parameters()) {
            long[] shape = block.shape().stream().mapToLong(Integer::longValue).toArray();
            Variable<TFloat32> copy = tf.variable(Shape.of(shape), TFloat32.class);
            assignments.add(tf.assign(copy, learned.effective(block.name())));
            copies.put(block.name(), copy);
        }
        publish = tf.withControlDependencies(assignments).noOp();
        Controller.Step step = controller.translate(tf, observation, state, block -> {
            Operand<TFloat32> copy = copies.get(block);
            if (copy == null) {
                throw new IllegalArgumentException("There is no block " + block + "; there are " + copies.keySet());
            }
            return copy;
        });
        // What is fetched must not be what is fed, which a controller may hand back unchanged.
        output = tf.identity(step.output()).asOutput();
        nextState = tf.identity(step.state()).asOutput();
        step.measures().forEach((name, value) -> measures.put(name, value.asOutput()));
        activity = step.activity().map(value -> tf.identity(value).asOutput());
    }

    /** To be fed with observations as the controller takes them, {@code [batch, observation]}. */
    public Placeholder<TFloat32> observation() {
        return observation;
    }

    /** To be fed with the state before the step, {@code [batch, state]}. */
    public Placeholder<TFloat32> state() {
        return state;
    }

    /** Action mean or logits, {@code [batch, output]}. */
    public Output<TFloat32> output() {
        return output;
    }

    /** State after the step, {@code [batch, state]}. */
    public Output<TFloat32> nextState() {
        return nextState;
    }

    /** What may be measured of the controller at the step, by name, {@code [batch]} each. */
    public SortedMap<String, Output<TFloat32>> measures() {
        return Collections.unmodifiableSortedMap(measures);
    }

    /**
     * What each of {@link Controller#neurons} does at the end of the step, {@code [batch, neurons]}; empty if the
     * controller has none.
     */
    public Optional<Output<TFloat32>> activity() {
        return activity;
    }

    /** Copies the parameters' present effective values, with which it acts from then on. */
    public Op publish() {
        return publish;
    }
}
