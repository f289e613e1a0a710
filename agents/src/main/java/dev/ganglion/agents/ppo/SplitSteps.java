package dev.ganglion.agents.ppo;

import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.environments.vector.Helper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gradient steps in two halves side by side: the controller's on the caller's thread, the critic's on a second one. The
 * threads meet once in every step, when both gradients are known. The results are those of {@link WholeSteps}, to the
 * last bit; so where halves are slower, steps are taken in one piece.
 */
final class SplitSteps implements GradientSteps {
    private final GraphSession session;
    private final PpoGraph graph;
    private final LearningBeside beside;
    private final Helper helper;
    private final WholeSteps whole;
    private final HalfCalls.Fed fed;
    private final Map<Integer, Halves> halves = new HashMap<>();
    /** Whether the helper may still be at the critic's half. */
    private boolean helperBusy;

    /** The last step, while the helper may still add up what it reports. */
    private @Nullable Unreported unreported;

    /**
     * Steps on a rollout.
     *
     * @param rates where step sizes are written before they are fed
     * @param beside the other thread
     */
    SplitSteps(GraphSession session, PpoGraph graph, RolloutTensors tensors, HostTensor rates, LearningBeside beside) {
        this.session = session;
        this.graph = graph;
        this.beside = beside;
        helper = beside.helper();
        whole = new WholeSteps(session, graph, tensors, rates);
        fed = new HalfCalls.Fed(tensors, rates, new HostTensor(GradientStep.RATES), new HostTensor(2));
    }

    /**
     * While the next rollout is being collected, each thread has work of its own, so it is taken in halves only as long as
     * learning lies behind; then both come to their ends at the same time.
     */
    @Override
    public boolean both(int[] minibatch, float[] rates, double learned, UpdateReport report) {
        double collected = beside.collected().getAsDouble();
        if (collected < 1) {
            return both(collected > learned, minibatch, rates, report);
        }
        Pace pace = beside.pace();
        long began = System.nanoTime();
        boolean taken = both(pace.inHalves(), minibatch, rates, report);
        pace.took(System.nanoTime() - began);
        return taken;
    }

    private boolean both(boolean inHalves, int[] minibatch, float[] rates, UpdateReport report) {
        if (inHalves) {
            return inHalves(minibatch, rates, report);
        }
        finish();
        return whole.both(minibatch, rates, 0, report);
    }

    private boolean inHalves(int[] minibatch, float[] rates, UpdateReport report) {
        Halves half = halves.computeIfAbsent(minibatch.length, Halves::new);
        // The critic may still be taking its last step, which is fed the other rates.
        fed.gradientRates().write(rates);
        helperBusy = true;
        helper.start(() -> half.critic.gradient(minibatch));
        half.controller.gradient(minibatch);
        Unreported step = new Unreported(report, half.ratios(minibatch), rates[GradientStep.CLIP]);
        if (!helper.isIdle()) {
            step.addUp();
        }
        finish();

        float[] halfSquares = {half.controller.halfSquare(), half.critic.halfSquare()};
        float norm = (float) Math.sqrt(2f * (halfSquares[0] + halfSquares[1]));
        step.take(half, norm);
        unreported = step;
        boolean finite = Float.isFinite(norm);
        helperBusy = true;
        if (finite) {
            fed.stepRates().write(rates);
            fed.halfSquares().write(halfSquares);
            helper.start(half.critic::step);
        }
        if (!step.isAddedUp()) {
            helper.start(step::addUp);
        }
        if (finite) {
            half.controller.step();
        }
        return finite;
    }

    @Override
    public boolean criticAlone(int[] minibatch, float[] rates, UpdateReport report) {
        finish();
        return whole.criticAlone(minibatch, rates, report);
    }

    @Override
    public void finish() {
        Unreported step = unreported;
        unreported = null;
        if (helperBusy) {
            helper.await();
            helperBusy = false;
        }
        if (step != null) {
            step.report();
        }
    }

    @Override
    public void close() {
        try {
            finish();
        } finally {
            whole.close();
            halves.values().forEach(Halves::close);
            halves.clear();
            fed.close();
        }
    }

    /** Both halves for minibatches of one size. */
    private final class Halves implements AutoCloseable {
        private final HalfCalls controller;
        private final HalfCalls critic;

        Halves(int chunks) {
            controller = new HalfCalls(
                    session, graph, graph.halves.controller, StepHalves.CONTROLLER_NUMBERS, graph.ratios, fed, chunks);
            critic = new HalfCalls(
                    session, graph, graph.halves.critic, StepHalves.CRITIC_NUMBERS, List.of(), fed, chunks);
        }

        MinibatchRatios ratios(int[] minibatch) {
            return graph.ratiosOf(controller.gradient(), 1, fed.tensors(), minibatch);
        }

        @Override
        public void close() {
            controller.close();
            critic.close();
        }
    }

    /** A step whose report is added up by whichever thread has time for it. */
    private static final class Unreported {
        private final UpdateReport report;
        private final MinibatchRatios ratios;
        private final float clip;
        private @Nullable RatioReport sums;
        private float[] ofController = new float[0];
        private float[] ofCritic = new float[0];
        private float norm;

        Unreported(UpdateReport report, MinibatchRatios ratios, float clip) {
            this.report = report;
            this.ratios = ratios;
            this.clip = clip;
        }

        void addUp() {
            sums = ratios.report(clip);
        }

        boolean isAddedUp() {
            return sums != null;
        }

        void take(Halves half, float ofBoth) {
            ofController = half.controller.numbers().clone();
            ofCritic = half.critic.numbers().clone();
            norm = ofBoth;
        }

        void report() {
            report.both(
                    new StepReport(Objects.requireNonNull(sums), ofCritic[0], ofController[0], ofController[1], norm));
        }
    }
}
