package dev.ganglion.agents.ppo;

import dev.ganglion.agents.optimiser.StepSizes;
import dev.ganglion.agents.ppo.PpoGraph.Report;
import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.Results;
import dev.ganglion.environments.NumericException;
import dev.ganglion.environments.random.RandomStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TInt32;

/**
 * The gradient steps of one update: epochs over the rollout, each in a new order, in minibatches that cover it all
 * (Huang et al. 2022, detail 6).
 *
 * <p>To be closed before the rollout's tensors.
 */
final class PpoEpochs implements AutoCloseable {
    private final PpoModel model;
    private final GraphSession session;
    private final PpoGraph graph;
    private final RolloutTensors tensors;
    private final HostTensor rates;
    private final double clip;
    private final UpdateReport report = new UpdateReport();
    private final GradientSteps steps;
    private StepSizes stepSizes;
    private PpoState.Clock clock;
    private String place = "";

    /**
     * The gradient steps that follow a state.
     *
     * @param tensors the rollout
     * @param rates where step sizes are written before they are fed
     * @param beside a second thread to learn on; null if there is none
     * @param clip half-width of the clipped ratio
     */
    PpoEpochs(
            PpoModel model,
            GraphSession session,
            PpoGraph graph,
            RolloutTensors tensors,
            HostTensor rates,
            @Nullable LearningBeside beside,
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
        steps = beside == null
                ? new WholeSteps(session, graph, tensors, rates)
                : new SplitSteps(session, graph, tensors, rates, beside);
    }

    /**
     * Takes all steps of an update.
     *
     * @param seed seed of the run
     * @param update number of the update, from 0, which decides the order of minibatches
     */
    UpdateReport run(long seed, long update) {
        place = " in update " + (update + 1) + " of the run with seed " + seed;
        PpoConfig config = model.config();
        boolean policyLearns = true;
        for (int epoch = 0; epoch < config.epochs(); epoch++) {
            int[] order = shuffled(RandomStreams.named(seed, "run/shuffle/" + update + "/" + epoch));
            report.beginEpoch();
            for (int[] minibatch : minibatches(order)) {
                step(minibatch, policyLearns);
            }
            boolean tooFar = config.targetKl() > 0 && report.epochDivergence() > config.targetKl();
            if (policyLearns && tooFar) {
                if (config.klStop() == PpoConfig.KlStop.ALL) {
                    break;
                }
                policyLearns = false;
            }
        }
        steps.finish();
        return report;
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

    private void step(int[] chunks, boolean both) {
        float[] numbers = both ? steps.both(chunks, numbers()) : steps.criticAlone(chunks, numbers());
        boolean taken = both ? report.both(numbers) : report.criticAlone(numbers);
        if (taken) {
            clock = clock.ticked(both);
        } else if (!model.config().skipsNonFinite()) {
            throw fault(chunks, both);
        }
        if (both && model.config().schedule() == PpoConfig.Schedule.ADAPTIVE) {
            stepSizes = stepSizes.adapted(
                    report.latest(Report.EXACT_DIVERGENCE), model.config().desiredKl());
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
                        both ? report.badLosses() : "",
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

    /** Frees the calls of the steps, not what they were fed. */
    @Override
    public void close() {
        steps.close();
    }
}
