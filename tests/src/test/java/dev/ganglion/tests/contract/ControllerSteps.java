package dev.ganglion.tests.contract;

import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.Results;
import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.parameter.EffectiveParameters;
import dev.ganglion.environments.random.RandomStreams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;
import org.tensorflow.types.TFloat32;

/**
 * Some steps of a controller in a row, unrolled in one graph, with the same observation at each.
 *
 * <p>Rows are batches in row-major order.
 */
final class ControllerSteps implements AutoCloseable {
    // Rewriting a graph for speed takes longer than these few runs of it.
    private static final ConfigProto AS_IT_IS = ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(-1)
            .setGraphOptions(GraphOptions.newBuilder()
                    .setRewriteOptions(RewriterConfig.newBuilder().setDisableMetaOptimizer(true)))
            .build();

    private final Controller controller;
    private final int observations;
    private final Map<String, HostTensor> parameters = new LinkedHashMap<>();
    private final Graph graph = new Graph();
    private final Session session;
    private final Nodes nodes;

    /** What is fed and fetched. */
    private record Nodes(
            Placeholder<TFloat32> observation,
            Placeholder<TFloat32> state,
            Map<String, Placeholder<TFloat32>> raw,
            Operand<TFloat32> output,
            Operand<TFloat32> next,
            List<Output<?>> gradients) {}

    /** What came out of the last step. */
    record Outcome(float[] output, float[] state) {}

    /**
     * With initial parameters.
     *
     * @param observations length of an observation
     * @param steps number of steps
     * @param withGradients whether gradients are to be had
     */
    ControllerSteps(Controller controller, int observations, int steps, boolean withGradients) {
        this(controller, observations, steps, withGradients, false);
    }

    /** The same without gradients, the state kept in its parts from step to step. */
    static ControllerSteps inParts(Controller controller, int observations, int steps) {
        return new ControllerSteps(controller, observations, steps, false, true);
    }

    private ControllerSteps(
            Controller controller, int observations, int steps, boolean withGradients, boolean inParts) {
        this.controller = controller;
        this.observations = observations;
        nodes = nodes(Ops.create(graph), steps, withGradients, inParts);
        session = new Session(graph, AS_IT_IS);
        for (ParameterBlock block : controller.parameters()) {
            float[] raw = block.initialise(RandomStreams.named(11, block.name()));
            parameters.put(block.name(), HostTensor.of(raw, dimensions(block)));
        }
    }

    private Nodes nodes(Ops tf, int steps, boolean withGradients, boolean inParts) {
        Placeholder<TFloat32> observation = rows(tf, observations);
        Placeholder<TFloat32> state = rows(tf, controller.state().size());
        Map<String, Placeholder<TFloat32>> raw = new LinkedHashMap<>();
        for (ParameterBlock block : controller.parameters()) {
            raw.put(block.name(), tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(dimensions(block)))));
        }
        EffectiveParameters effective = EffectiveParameters.of(tf, controller.parameters(), raw, Map.of());
        Controller.Step step = inParts
                ? unrolled(tf, observation, state, effective, steps)
                : translated(tf, observation, state, effective, steps);
        List<Output<?>> gradients = withGradients
                ? List.of(graph.addGradients(
                        tf.math.square(step.output()).asOutput(),
                        raw.values().stream().map(Placeholder::asOutput).toArray(Output<?>[]::new)))
                : List.of();
        return new Nodes(observation, state, raw, step.output(), step.state(), gradients);
    }

    private Controller.Step translated(
            Ops tf, Operand<TFloat32> observation, Operand<TFloat32> state, ParameterOperands parameters, int steps) {
        Controller.Step step = controller.translate(tf, observation, state, parameters);
        for (int i = 1; i < steps; i++) {
            step = controller.translate(tf, observation, step.state(), parameters);
        }
        return step;
    }

    private Controller.Step unrolled(
            Ops tf, Operand<TFloat32> observation, Operand<TFloat32> state, ParameterOperands parameters, int steps) {
        int[] sizes =
                controller.stateParts().stream().mapToInt(Integer::intValue).toArray();
        List<? extends Operand<TFloat32>> parts = sizes.length == 1
                ? List.of(state)
                : tf.splitV(state, tf.constant(sizes), tf.constant(1), (long) sizes.length)
                        .output();
        Controller.Unrolled unrolled = controller.unrolled(tf, parameters);
        Controller.Recurrence last = unrolled.step(observation, parts);
        for (int i = 1; i < steps; i++) {
            last = unrolled.step(observation, last.parts());
        }
        Operand<TFloat32> joined = sizes.length == 1 ? last.parts().get(0) : tf.concat(last.parts(), tf.constant(1));
        return new Controller.Step(last.output(), joined, last.measures());
    }

    private static Placeholder<TFloat32> rows(Ops tf, int columns) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, columns)));
    }

    private static long[] dimensions(ParameterBlock block) {
        return block.shape().stream().mapToLong(Integer::longValue).toArray();
    }

    /** Initial states of a batch. */
    float[] initialStates(int batch) {
        int size = controller.state().size();
        float[] states = new float[batch * size];
        for (int row = 0; row < batch; row++) {
            RandomGenerator random = RandomStreams.named(row, "state");
            System.arraycopy(controller.initialState(random), 0, states, row * size, size);
        }
        return states;
    }

    Outcome run(int batch, float[] observation, float[] state) {
        List<float[]> fetched = fetch(batch, observation, state, List.of(nodes.output(), nodes.next()));
        return new Outcome(fetched.get(0), fetched.get(1));
    }

    /** Gradients of the sum of squared outputs of the last step, by block. */
    Map<String, float[]> gradients(int batch, float[] observation, float[] state) {
        List<float[]> fetched = fetch(batch, observation, state, nodes.gradients());
        Map<String, float[]> gradients = new LinkedHashMap<>();
        for (String block : nodes.raw().keySet()) {
            gradients.put(block, fetched.get(gradients.size()));
        }
        return gradients;
    }

    private List<float[]> fetch(int batch, float[] observation, float[] state, List<? extends Operand<?>> what) {
        try (HostTensor seen = HostTensor.of(observation, batch, observations);
                HostTensor remembered =
                        HostTensor.of(state, batch, controller.state().size())) {
            Session.Runner runner =
                    session.runner().feed(nodes.observation(), seen.tensor()).feed(nodes.state(), remembered.tensor());
            nodes.raw()
                    .forEach((name, placeholder) -> runner.feed(
                            placeholder,
                            Objects.requireNonNull(parameters.get(name)).tensor()));
            what.forEach(runner::fetch);
            try (Result result = runner.run()) {
                List<float[]> values = new ArrayList<>();
                result.forEach(entry -> values.add(Results.floats(entry.getValue())));
                return values;
            }
        }
    }

    @Override
    public void close() {
        parameters.values().forEach(HostTensor::close);
        session.close();
        graph.close();
    }
}
