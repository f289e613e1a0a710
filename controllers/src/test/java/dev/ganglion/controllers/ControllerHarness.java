package dev.ganglion.controllers;

import dev.ganglion.controllers.parameter.EffectiveParameters;
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
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * One step of a controller in a graph of its own, fed with observations, states and raw parameters.
 *
 * <p>Controllers that differ only in how their parameters are kept can share the graph, whose building takes longer than
 * its runs.
 */
public final class ControllerHarness implements AutoCloseable {
    private final Controller controller;
    private final Graph graph = new Graph();
    private final Session session;
    private final Placeholder<TFloat32> observation;
    private final Placeholder<TFloat32> state;
    private final Placeholder<TFloat32> direction;
    private final Placeholder<TInt32> chosen;
    private final Map<String, Placeholder<TFloat32>> raw = new LinkedHashMap<>();
    private final Operand<TFloat32> projection;
    private final Controller.Step step;
    private final List<Output<TFloat32>> gradients = new ArrayList<>();
    private int choice;

    public ControllerHarness(Controller controller, int observationSize) {
        this(controller, observationSize, Map.of());
    }

    public ControllerHarness(Controller controller, int observationSize, Map<String, Double> overrides) {
        this(List.of(controller), observationSize, overrides);
    }

    /** Controllers that differ only in how their parameters are kept; the first is chosen. */
    public ControllerHarness(List<? extends Controller> controllers, int observationSize) {
        this(controllers, observationSize, Map.of());
    }

    private ControllerHarness(
            List<? extends Controller> controllers, int observationSize, Map<String, Double> overrides) {
        this.controller = controllers.get(0);
        Ops tf = Ops.create(graph);
        observation = placeholder(tf, observationSize);
        state = placeholder(tf, controller.state().size());
        direction = placeholder(tf, controller.outputs());
        for (ParameterBlock block : controller.parameters()) {
            long[] shape = block.shape().stream().mapToLong(Integer::longValue).toArray();
            raw.put(block.name(), tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape))));
        }
        chosen = tf.placeholder(TInt32.class, Placeholder.shape(Shape.scalar()));
        List<EffectiveParameters> kept = controllers.stream()
                .map(each -> EffectiveParameters.of(tf, each.parameters(), raw, overrides))
                .toList();
        Map<String, Operand<TFloat32>> effective = new LinkedHashMap<>();
        raw.keySet().forEach(block -> effective.put(block, chosenOf(tf, kept, block)));
        step = controller.translate(
                tf, observation, state, block -> Objects.requireNonNull(effective.get(block), block));
        projection = tf.reduceSum(tf.math.mul(step.output(), direction), tf.constant(new int[] {0, 1}));
        session = Sessions.of(graph);
    }

    private static Placeholder<TFloat32> placeholder(Ops tf, int columns) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, columns)));
    }

    private Operand<TFloat32> chosenOf(Ops tf, List<EffectiveParameters> kept, String block) {
        Operand<TFloat32> values = kept.get(0).effective(block);
        for (int i = 1; i < kept.size(); i++) {
            values =
                    tf.select(tf.math.equal(chosen, tf.constant(i)), kept.get(i).effective(block), values);
        }
        return values;
    }

    /** Goes on as one of the controllers. */
    public void choose(int place) {
        choice = place;
    }

    /** The initial state, once for each row of a batch. */
    public float[][] initialStates(int batch, RandomGenerator random) {
        float[][] states = new float[batch][];
        for (int i = 0; i < batch; i++) {
            states[i] = controller.initialState(random);
        }
        return states;
    }

    /** Output and next state, {@code [batch, …]}. */
    public Outcome run(float[][] observations, float[][] states, RawParameters parameters) {
        try (Feeds feeds = new Feeds()) {
            Session.Runner runner = session.runner().fetch(step.output()).fetch(step.state());
            feeds.feed(runner, observations, states, parameters);
            try (Result result = runner.run()) {
                return new Outcome(rows(result.get(0), observations.length), rows(result.get(1), states.length));
            }
        }
    }

    /** Gradient of Σ output·direction with respect to each block's raw values. */
    public RawParameters gradients(
            float[][] observations, float[][] states, float[][] directions, RawParameters parameters) {
        if (gradients.isEmpty()) {
            addGradients();
        }
        try (Feeds feeds = new Feeds()) {
            Session.Runner runner = session.runner();
            gradients.forEach(runner::fetch);
            feeds.feed(runner, observations, states, parameters);
            runner.feed(direction, feeds.matrix(directions));
            try (Result result = runner.run()) {
                Map<String, float[]> values = new LinkedHashMap<>();
                int i = 0;
                for (String block : raw.keySet()) {
                    values.put(block, flat(result.get(i++)));
                }
                return new RawParameters(values);
            }
        }
    }

    /** Only when they are asked for: they double the graph. */
    private void addGradients() {
        Output<?>[] inputs = raw.values().stream().map(Placeholder::asOutput).toArray(Output<?>[]::new);
        for (Output<?> gradient : graph.addGradients(projection.asOutput(), inputs)) {
            gradients.add(gradient.expect(TFloat32.class));
        }
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }

    private static float[] flat(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.shape().size())];
        ((TFloat32) tensor).asRawTensor().data().asFloats().read(values);
        return values;
    }

    private static float[][] rows(Tensor tensor, int batch) {
        float[] flat = flat(tensor);
        int columns = flat.length / batch;
        float[][] rows = new float[batch][columns];
        for (int i = 0; i < batch; i++) {
            System.arraycopy(flat, i * columns, rows[i], 0, columns);
        }
        return rows;
    }

    /** Results of one step. */
    public record Outcome(float[][] output, float[][] state) {}

    private final class Feeds implements AutoCloseable {
        private final List<Tensor> open = new ArrayList<>();

        void feed(Session.Runner runner, float[][] observations, float[][] states, RawParameters parameters) {
            TInt32 number = TInt32.scalarOf(choice);
            open.add(number);
            runner.feed(chosen, number);
            runner.feed(observation, matrix(observations));
            runner.feed(state, matrix(states));
            for (ParameterBlock block : controller.parameters()) {
                long[] shape =
                        block.shape().stream().mapToLong(Integer::longValue).toArray();
                TFloat32 tensor = TFloat32.tensorOf(Shape.of(shape));
                open.add(tensor);
                tensor.asRawTensor().data().asFloats().write(parameters.block(block.name()));
                runner.feed(Objects.requireNonNull(raw.get(block.name())), tensor);
            }
        }

        TFloat32 matrix(float[][] rows) {
            TFloat32 tensor = TFloat32.tensorOf(Shape.of(rows.length, rows[0].length));
            open.add(tensor);
            if (rows[0].length > 0) {
                StdArrays.copyTo(rows, tensor);
            }
            return tensor;
        }

        @Override
        public void close() {
            open.forEach(Tensor::close);
        }
    }
}
