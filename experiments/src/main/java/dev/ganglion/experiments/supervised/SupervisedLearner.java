package dev.ganglion.experiments.supervised;

import dev.ganglion.agents.optimiser.AdamVector;
import dev.ganglion.agents.optimiser.ParameterLayout;
import dev.ganglion.agents.policy.InitialParameters;
import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.Results;
import dev.ganglion.controllers.Controller;
import dev.ganglion.environments.random.RandomStreams;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.tensorflow.Result;
import org.tensorflow.Session;

/** A training from examples under way. */
final class SupervisedLearner implements AutoCloseable {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;

    private final SupervisedPlan plan;
    private final Controller controller;
    private final GraphSession session;
    private final SupervisedGraph graph;
    private final ExampleSet training;
    private final ExampleSet validation;
    private final ExampleSet test;
    private final HostTensor rates = new HostTensor(3);
    private final long began = System.nanoTime();
    private int epoch;
    private long updates;

    SupervisedLearner(SupervisedPlan plan) {
        this.plan = plan;
        controller = plan.controller().bind(plan.task().body());
        SupervisedTask.Standard standard = plan.task().standard();
        training = plan.task().examples(Split.TRAINING, plan.examples(), plan.seed());
        validation = plan.task().examples(Split.VALIDATION, standard.validation(), plan.seed());
        test = plan.task().examples(Split.TEST, standard.test(), plan.seed());
        GraphSession.Built<SupervisedGraph> built =
                GraphSession.build((tensors, tf) -> new SupervisedGraph(tensors, tf, plan.task(), controller));
        session = built.session();
        graph = built.operations();
        ParameterLayout layout = new ParameterLayout(controller.parameters());
        Map<String, float[]> initial =
                InitialParameters.draw(controller.parameters(), InitialParameters.CONTROLLER, plan.seed());
        float[] values = layout.join(block -> initial.getOrDefault(block.name(), new float[0]));
        graph.parameters.load(session, AdamVector.Content.fresh(values));
    }

    /** The next epoch, or the end after the last. */
    SupervisedEvent next() {
        if (epoch == plan.epochs()) {
            Map<String, Double> measures = new LinkedHashMap<>();
            double score = score(test, measures);
            int parameters = new ParameterLayout(controller.parameters()).size();
            return new SupervisedEvent.Finished(
                    parameters, updates, score, measures, (System.nanoTime() - began) * 1e-9);
        }
        double loss = learn();
        epoch++;
        return new SupervisedEvent.Epoch(epoch, loss, score(validation, new LinkedHashMap<>()));
    }

    /** One pass through the training examples in random order; the mean loss. */
    private double learn() {
        int[] order = IntStream.range(0, training.size()).toArray();
        RandomGenerator random = RandomStreams.named(plan.seed(), "supervised/order/" + epoch);
        for (int last = order.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = order[last];
            order[last] = order[other];
            order[other] = kept;
        }
        int batches = order.length / plan.batch();
        double sum = 0;
        for (int batch = 0; batch < batches; batch++) {
            try (Batch fed = new Batch(training, order, batch * plan.batch(), plan.batch())) {
                sum += step(fed);
            }
        }
        return sum / batches;
    }

    private double step(Batch batch) {
        updates++;
        rates.write(new float[] {
            (float) plan.stepSize(),
            (float) Math.pow(BETA1, (double) updates),
            (float) Math.pow(BETA2, (double) updates)
        });
        Session.Runner runner = batch.feed(session.runner())
                .feed(graph.rates, rates.tensor())
                .fetch(graph.loss)
                .addTarget(graph.step);
        try (Result result = runner.run()) {
            return Results.floats(result.get(0))[0];
        }
    }

    /** The score on examples; the means of what the controller measures are put into {@code measures}. */
    private double score(ExampleSet examples, Map<String, Double> measures) {
        Score score = Score.of(plan.task().goal());
        int[] order = IntStream.range(0, examples.size()).toArray();
        for (int first = 0; first < order.length; first += plan.batch()) {
            int size = Math.min(plan.batch(), order.length - first);
            try (Batch batch = new Batch(examples, order, first, size)) {
                Session.Runner runner = batch.feed(session.runner()).fetch(graph.outputs);
                graph.measures.values().forEach(runner::fetch);
                try (Result result = runner.run()) {
                    score.add(Results.floats(result.get(0)), batch.targets, controller.outputs());
                    int next = 1;
                    for (String name : graph.measures.keySet()) {
                        measures.merge(name, sum(Results.floats(result.get(next++))) / order.length, Double::sum);
                    }
                }
            }
        }
        return score.value();
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    @Override
    public void close() {
        rates.close();
        session.close();
    }

    /** Some examples as they are fed. */
    private final class Batch implements AutoCloseable {
        private final float[] targets;
        private final HostTensor fedInputs;
        private final HostTensor fedTargets;
        private final HostTensor fedStates;

        Batch(ExampleSet examples, int[] order, int first, int size) {
            int width = plan.task().steps() * plan.task().body().observation().size();
            float[] inputs = new float[size * width];
            float[] states = new float[size * controller.state().size()];
            targets = new float[size * controller.outputs()];
            RandomGenerator random = RandomStreams.named(plan.seed(), "supervised/state");
            for (int i = 0; i < size; i++) {
                examples.read(order[first + i], inputs, i * width, targets, i * controller.outputs());
                float[] state = controller.initialState(random);
                System.arraycopy(state, 0, states, i * state.length, state.length);
            }
            fedInputs = HostTensor.of(inputs, size, width);
            fedTargets = HostTensor.of(targets, size, controller.outputs());
            fedStates = HostTensor.of(states, size, controller.state().size());
        }

        Session.Runner feed(Session.Runner runner) {
            return runner.feed(graph.inputs, fedInputs.tensor())
                    .feed(graph.targets, fedTargets.tensor())
                    .feed(graph.states, fedStates.tensor());
        }

        @Override
        public void close() {
            fedInputs.close();
            fedTargets.close();
            fedStates.close();
        }
    }
}
