package dev.ganglion.agents.ppo;

import dev.ganglion.agents.ppo.PpoGraph.Report;
import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.environments.vector.Helper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gradient steps in two halves side by side: the controller's on the caller's thread, the critic's on a second one. The
 * threads meet once in every step, when both gradients are known. The results are those of {@link WholeSteps}, to the
 * last bit; so where halves are slower, steps are taken in one piece.
 */
final class SplitSteps implements GradientSteps {
    private static final List<Report> NAMES = List.of(Report.values());

    private final GraphSession session;
    private final PpoGraph graph;
    private final LearningBeside beside;
    private final Helper helper;
    private final WholeSteps whole;
    private final HalfCalls.Fed fed;
    private final Map<Integer, Halves> halves = new HashMap<>();
    /** Whether the helper may still be at the critic's half. */
    private boolean helperBusy;

    private final float[] report = new float[NAMES.size()];

    /**
     * Steps on a rollout.
     *
     * @param rates where step sizes are written before they are fed
     * @param beside the other thread; while it is busy with something else, steps are taken in one piece
     */
    SplitSteps(GraphSession session, PpoGraph graph, RolloutTensors tensors, HostTensor rates, LearningBeside beside) {
        this.session = session;
        this.graph = graph;
        this.beside = beside;
        helper = beside.helper();
        whole = new WholeSteps(session, graph, tensors, rates);
        fed = new HalfCalls.Fed(tensors, rates, new HostTensor(GradientStep.RATES), new HostTensor(2));
    }

    @Override
    public float[] both(int[] minibatch, float[] rates) {
        if (!helperBusy && !helper.isIdle()) {
            return whole.both(minibatch, rates);
        }
        Pace pace = beside.pace();
        long began = System.nanoTime();
        float[] numbers = pace.inHalves() ? inHalves(minibatch, rates) : inOnePiece(minibatch, rates);
        pace.took(System.nanoTime() - began);
        return numbers;
    }

    private float[] inOnePiece(int[] minibatch, float[] rates) {
        finish();
        return whole.both(minibatch, rates);
    }

    private float[] inHalves(int[] minibatch, float[] rates) {
        Halves half = halves.computeIfAbsent(minibatch.length, Halves::new);
        // The critic may still be taking its last step, which is fed the other rates.
        fed.gradientRates().write(rates);
        helperBusy = true;
        helper.start(() -> half.critic.gradient(minibatch));
        half.controller.gradient(minibatch);
        finish();

        takeNote(StepHalves.CONTROLLER_REPORT, half.controller.report());
        takeNote(StepHalves.CRITIC_REPORT, half.critic.report());
        float[] halfSquares = {half.controller.halfSquare(), half.critic.halfSquare()};
        float norm = (float) Math.sqrt(2f * (halfSquares[0] + halfSquares[1]));
        report[NAMES.indexOf(Report.GRADIENT_NORM)] = norm;
        if (Float.isFinite(norm)) {
            fed.stepRates().write(rates);
            fed.halfSquares().write(halfSquares);
            helper.start(half.critic::step);
            helperBusy = true;
            half.controller.step();
        }
        return report;
    }

    private void takeNote(List<Report> names, float[] numbers) {
        int i = 0;
        for (Report name : names) {
            report[NAMES.indexOf(name)] = numbers[i++];
        }
    }

    @Override
    public float[] criticAlone(int[] minibatch, float[] rates) {
        finish();
        return whole.criticAlone(minibatch, rates);
    }

    @Override
    public void finish() {
        if (helperBusy) {
            helperBusy = false;
            helper.await();
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
            controller =
                    new HalfCalls(session, graph, graph.halves.controller, StepHalves.CONTROLLER_REPORT, fed, chunks);
            critic = new HalfCalls(session, graph, graph.halves.critic, StepHalves.CRITIC_REPORT, fed, chunks);
        }

        @Override
        public void close() {
            controller.close();
            critic.close();
        }
    }
}
