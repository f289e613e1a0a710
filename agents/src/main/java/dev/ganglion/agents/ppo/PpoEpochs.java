package dev.ganglion.agents.ppo;

import dev.ganglion.agents.optimiser.StepSizes;
import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.Results;
import dev.ganglion.environments.NumericException;
import dev.ganglion.environments.random.RandomStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TInt32;

/**
 * The gradient steps of one update: epochs over the rollout, each in a new order, in minibatches that cover it all
 * (Huang et al. 2022, detail 6).
 */
final class PpoEpochs {
    private final PpoModel model;
    private final GraphSession session;
    private final PpoGraph graph;
    private final RolloutTensors tensors;
    private final HostTensor rates;
    private final double clip;
    private final UpdateReport report = new UpdateReport();
    private StepSizes stepSizes;
    private PpoState.Clock clock;
    private String place = "";

    /**
     * The gradient steps that follow a state.
     *
     * @param tensors the rollout
     * @param rates where step sizes are written before they are fed
     * @param clip half-width of the clipped ratio
     */
    PpoEpochs(
            PpoModel model,
            GraphSession session,
            PpoGraph graph,
            RolloutTensors tensors,
            HostTensor rates,
            double clip,
            StepSizes stepSizes,
            PpoState.Clock clock) {
        this.model = model;
        this.session = session;
        this.graph = graph;
        this.tensors = tensors;
        this.rates = rates;
        this.clip = clip;
        this.stepSizes = stepSizes;
        this.clock = clock;
    }

    /**
     * Takes all steps of an update.
     *
     * @param steps takes each
     * @param seed seed of the run
     * @param update number of the update, from 0, which decides the order of minibatches
     */
    UpdateReport run(GradientSteps steps, long seed, long update) {
        place = " in update " + (update + 1) + " of the run with seed " + seed;
        PpoConfig config = model.config();
        boolean policyLearns = true;
        for (int epoch = 0; epoch < config.epochs(); epoch++) {
            int[] order = shuffled(RandomStreams.named(seed, "run/shuffle/" + update + "/" + epoch));
            report.beginEpoch();
            int[][] minibatches = minibatches(order);
            for (int i = 0; i < minibatches.length; i++) {
                double learned = (epoch + (double) i / minibatches.length) / config.epochs();
                step(steps, minibatches[i], policyLearns, learned);
            }
            if (policyLearns && config.targetKl() > 0 && isTooFar(steps)) {
                if (config.klStop() == PpoConfig.KlStop.ALL) {
                    break;
                }
                policyLearns = false;
            }
        }
        steps.finish();
        return report;
    }

    private boolean isTooFar(GradientSteps steps) {
        steps.finish();
        return report.epochDivergence() > model.config().targetKl();
    }

    /** Step sizes after the last step. */
    StepSizes stepSizes() {
        return stepSizes;
    }

    /** Step numbers after the last step. */
    PpoState.Clock clock() {
        return clock;
    }

    private int[] shuffled(RandomGenerator random) {
        int[] order = new int[model.layout().chunks()];
        Arrays.setAll(order, i -> i);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    /** Parts of nearly equal size. */
    private int[][] minibatches(int[] order) {
        int count = model.minibatches();
        int[][] parts = new int[count][];
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) order.length * i / count);
            int to = (int) ((long) order.length * (i + 1) / count);
            parts[i] = Arrays.copyOfRange(order, from, to);
        }
        return parts;
    }

    private void step(GradientSteps steps, int[] chunks, boolean both, double learned) {
        boolean taken =
                both ? steps.both(chunks, numbers(), learned, report) : steps.criticAlone(chunks, numbers(), report);
        if (taken) {
            clock = clock.ticked(both);
        } else if (!model.config().skipsNonFinite()) {
            steps.finish();
            throw fault(chunks, both);
        }
        if (both && model.config().schedule() == PpoConfig.Schedule.ADAPTIVE) {
            steps.finish();
            stepSizes = stepSizes.adapted(
                    report.latest().exactDivergence(), model.config().desiredKl());
        }
    }

    /** What of a step is not finite; nothing has moved since, so the same gradients are computed again. */
    private NumericException fault(int[] chunks, boolean both) {
        try (TInt32 indices = TInt32.vectorOf(chunks)) {
            Session.Runner runner = session.wideRunner()
                    .feed(graph.minibatch.chunks, indices)
                    .feed(graph.rates, rates.tensor())
                    .feed(graph.oldLogStd, tensors.oldLogStd().tensor());
            tensors.feed(runner::feed, graph.minibatch);
            graph.gradients.forEach(runner::fetch);
            try (Result result = runner.run()) {
                return GradientFault.of(
                        model,
                        Results.floats(result.get(0)),
                        Results.floats(result.get(1)),
                        both ? report.latest().badLosses() : "",
                        place);
            }
        }
    }

    /** Numbers of {@link GradientStep#RATES} for the next step. */
    private float[] numbers() {
        double beta1 = model.config().adamBeta1();
        double beta2 = model.config().adamBeta2();
        return new float[] {
            (float) stepSizes.controller(),
            (float) Math.pow(beta1, (double) clock.controller() + 1),
            (float) Math.pow(beta2, (double) clock.controller() + 1),
            (float) stepSizes.critic(),
            (float) Math.pow(beta1, (double) clock.critic() + 1),
            (float) Math.pow(beta2, (double) clock.critic() + 1),
            (float) clip
        };
    }
}
