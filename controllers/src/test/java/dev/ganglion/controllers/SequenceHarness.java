package dev.ganglion.controllers;

import dev.ganglion.environments.random.RandomStreams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** A controller unrolled over a number of steps from its initial state. All arrays are {@code [time][flat]}. */
public final class SequenceHarness implements AutoCloseable {
    private final Controller controller;
    private final int inputs;
    private final int population;
    private final Graph graph = new Graph();
    private final Session session;
    private final List<Placeholder<TFloat32>> observations = new ArrayList<>();
    private final List<Placeholder<TFloat32>> directions = new ArrayList<>();
    private final List<Controller.Step> steps = new ArrayList<>();
    private final Placeholder<TFloat32> initial;
    private final Operand<TFloat32> projection;
    private final Map<String, Placeholder<TFloat32>> raw = new LinkedHashMap<>();
    private final List<Output<TFloat32>> gradients = new ArrayList<>();

    public SequenceHarness(Controller controller, int inputs, int steps) {
        this(controller, inputs, steps, 0);
    }

    /** With a population axis in front of everything, unless {@code population} is 0. */
    public SequenceHarness(Controller controller, int inputs, int steps, int population) {
        this.controller = controller;
        this.inputs = inputs;
        this.population = population;
        Ops tf = Ops.create(graph);
        for (ParameterBlock block : controller.parameters()) {
            raw.put(block.name(), tf.placeholder(TFloat32.class, Placeholder.shape(shape(block))));
        }
        initial = batch(tf, controller.state().size());
        List<Operand<TFloat32>> projections = new ArrayList<>();
        Operand<TFloat32> state = initial;
        Operand<TInt32> axes = tf.constant(population == 0 ? new int[] {0, 1} : new int[] {0, 1, 2});
        for (int time = 0; time < steps; time++) {
            observations.add(batch(tf, inputs));
            directions.add(batch(tf, controller.outputs()));
            Controller.Step step = controller.translate(
                    tf, observations.get(time), state, name -> Objects.requireNonNull(raw.get(name), name));
            this.steps.add(step);
            state = step.state();
            projections.add(tf.reduceSum(tf.math.mul(step.output(), directions.get(time)), axes));
        }
        projection = tf.math.addN(projections);
        session = Sessions.of(graph);
    }

    /** Only when they are asked for: they double the graph. */
    private void addGradients() {
        Output<?>[] inputs = raw.values().stream().map(Placeholder::asOutput).toArray(Output<?>[]::new);
        for (Output<?> gradient : graph.addGradients(projection.asOutput(), inputs)) {
            gradients.add(gradient.expect(TFloat32.class));
        }
    }

    private Shape shape(ParameterBlock block) {
        Shape shape =
                Shape.of(block.shape().stream().mapToLong(Integer::longValue).toArray());
        return population == 0 ? shape : shape.prepend(population);
    }

    private Placeholder<TFloat32> batch(Ops tf, int columns) {
        Shape shape = Shape.of(-1, columns);
        return tf.placeholder(TFloat32.class, Placeholder.shape(population == 0 ? shape : shape.prepend(population)));
    }

    /** Outputs, states and measures after each step. */
    public Outcome run(float[][] sequence, RawParameters parameters) {
        try (Feeds feeds = new Feeds()) {
            Session.Runner runner = session.runner();
            List<String> names =
                    steps.get(0).measures().keySet().stream().sorted().toList();
            for (Controller.Step step : steps) {
                runner.fetch(step.output()).fetch(step.state());
                names.forEach(name ->
                        runner.fetch(Objects.requireNonNull(step.measures().get(name))));
            }
            feeds.feed(runner, sequence, parameters);
            try (Result result = runner.run()) {
                return outcome(result, names);
            }
        }
    }

    private Outcome outcome(Result result, List<String> names) {
        List<float[]> outputs = new ArrayList<>();
        List<float[]> states = new ArrayList<>();
        Map<String, List<float[]>> measures = new LinkedHashMap<>();
        int next = 0;
        for (int time = 0; time < steps.size(); time++) {
            outputs.add(flat(result.get(next++)));
            states.add(flat(result.get(next++)));
            for (String name : names) {
                measures.computeIfAbsent(name, absent -> new ArrayList<>()).add(flat(result.get(next++)));
            }
        }
        return new Outcome(outputs, states, measures);
    }

    /** Gradient of Σ output·direction over all steps with respect to each block's values. */
    public RawParameters gradients(float[][] sequence, float[][] towards, RawParameters parameters) {
        if (gradients.isEmpty()) {
            addGradients();
        }
        try (Feeds feeds = new Feeds()) {
            Session.Runner runner = session.runner();
            gradients.forEach(runner::fetch);
            feeds.feed(runner, sequence, parameters);
            for (int time = 0; time < towards.length; time++) {
                runner.feed(directions.get(time), feeds.rows(towards[time], controller.outputs()));
            }
            try (Result result = runner.run()) {
                Map<String, float[]> values = new LinkedHashMap<>();
                int next = 0;
                for (String block : raw.keySet()) {
                    values.put(block, flat(result.get(next++)));
                }
                return new RawParameters(values);
            }
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

    /** Results by step. */
    public record Outcome(List<float[]> outputs, List<float[]> states, Map<String, List<float[]>> measures) {
        /** A measure's value after each step, for a batch of one. */
        public double[] measure(String name) {
            return Stream.of(Objects.requireNonNull(measures.get(name), name))
                    .flatMap(List::stream)
                    .mapToDouble(values -> values[0])
                    .toArray();
        }
    }

    private final class Feeds implements AutoCloseable {
        private final List<Tensor> open = new ArrayList<>();

        void feed(Session.Runner runner, float[][] sequence, RawParameters parameters) {
            for (int time = 0; time < sequence.length; time++) {
                runner.feed(observations.get(time), rows(sequence[time], inputs));
            }
            int batch = sequence[0].length / inputs;
            int size = controller.state().size();
            float[] states = new float[batch * size];
            for (int row = 0; row < batch; row++) {
                float[] own = controller.initialState(RandomStreams.named(row, "state"));
                System.arraycopy(own, 0, states, row * size, size);
            }
            runner.feed(initial, rows(states, batch, size));
            for (ParameterBlock block : controller.parameters()) {
                runner.feed(
                        Objects.requireNonNull(raw.get(block.name())),
                        tensor(parameters.block(block.name()), shape(block)));
            }
        }

        TFloat32 rows(float[] values, int columns) {
            return rows(values, values.length / columns, columns);
        }

        private TFloat32 rows(float[] values, int rows, int columns) {
            return tensor(
                    values,
                    population == 0 ? Shape.of(rows, columns) : Shape.of(population, rows / population, columns));
        }

        private TFloat32 tensor(float[] values, Shape shape) {
            TFloat32 tensor = TFloat32.tensorOf(shape);
            open.add(tensor);
            if (values.length > 0) {
                tensor.asRawTensor().data().asFloats().write(values);
            }
            return tensor;
        }

        @Override
        public void close() {
            open.forEach(Tensor::close);
        }
    }
}
