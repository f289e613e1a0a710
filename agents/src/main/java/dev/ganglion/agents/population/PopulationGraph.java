package dev.ganglion.agents.population;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.parameter.EffectiveParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The operations by which a batch of candidates acts: one controller, with parameters and an environment for each.
 *
 * <p>Whatever depends on parameters alone is computed once for many steps, and fed to each of them.
 */
final class PopulationGraph {
    private final Placeholder<TFloat32> observation;
    private final Placeholder<TFloat32> state;
    private final Output<TFloat32> output;
    private final Output<TFloat32> nextState;
    private final List<Placeholder<TFloat32>> raw = new ArrayList<>();
    private final List<Output<TFloat32>> prepared;

    /**
     * Adds the operations.
     *
     * @param graph where to add
     * @param tf adds to it
     * @param controller what acts
     * @param observationSize number of components of an observation
     * @param candidates number of candidates in the batch
     */
    PopulationGraph(Graph graph, Ops tf, Controller controller, int observationSize, int candidates) {
        observation = placeholder(tf, Shape.of(candidates, 1, observationSize));
        state = placeholder(tf, Shape.of(candidates, 1, controller.state().size()));
        Map<String, Operand<TFloat32>> rawByName = new LinkedHashMap<>();
        for (ParameterBlock block : controller.parameters()) {
            long[] shape = block.shape().stream().mapToLong(Integer::longValue).toArray();
            Placeholder<TFloat32> values = placeholder(tf, Shape.of(shape).prepend(candidates));
            raw.add(values);
            rawByName.put(block.name(), values);
        }
        EffectiveParameters parameters = EffectiveParameters.of(tf, controller.parameters(), rawByName, Map.of());
        // What is fetched must not be what is fed, which a free weight's parametrisation hands back unchanged.
        Map<String, Operand<TFloat32>> effective = new LinkedHashMap<>();
        rawByName.keySet().forEach(block -> effective.put(block, tf.identity(parameters.effective(block))));
        Controller.Step step = controller.translate(tf, observation, state, block -> {
            Operand<TFloat32> values = effective.get(block);
            if (values == null) {
                throw new IllegalArgumentException("There is no block " + block + "; there are " + effective.keySet());
            }
            return values;
        });
        output = tf.identity(step.output()).asOutput();
        nextState = tf.identity(step.state()).asOutput();
        prepared =
                new ParameterDependence(graph, raw, List.of(observation, state)).inputsOf(List.of(output, nextState));
    }

    private static Placeholder<TFloat32> placeholder(Ops tf, Shape shape) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(shape));
    }

    /** To be fed with observations as the controller takes them, {@code [candidate, 1, observation]}. */
    Placeholder<TFloat32> observation() {
        return observation;
    }

    /** To be fed with the states before the step, {@code [candidate, 1, state]}. */
    Placeholder<TFloat32> state() {
        return state;
    }

    /** Action means or logits, {@code [candidate, 1, output]}. */
    Output<TFloat32> output() {
        return output;
    }

    /** States after the step, {@code [candidate, 1, state]}. */
    Output<TFloat32> nextState() {
        return nextState;
    }

    /** To be fed with raw parameters, {@code [candidate, …]} for each block. */
    List<Placeholder<TFloat32>> raw() {
        return List.copyOf(raw);
    }

    /** What follows from raw parameters alone, to be fed with the observations, {@code [candidate, …]} mostly. */
    List<Output<TFloat32>> prepared() {
        return prepared;
    }
}
