package dev.ganglion.agents.ppo;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.agents.Learners;
import dev.ganglion.agents.optimiser.StepSizes;
import dev.ganglion.agents.ppo.RolloutTensors.Targets;
import dev.ganglion.agents.rollout.ActingTrace;
import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.toy.LeakyProvider;
import dev.ganglion.agents.toy.PointProvider;
import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.NumericException;
import dev.ganglion.environments.vector.Helper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gradient steps in two halves give the bits of those in one piece: what they report, and where they lead. */
class SplitStepsTest {
    private static final int STEPS = 6;
    private static final int GRADIENT_NORM = 8;
    private static final float[] RATES = {3e-2f, 0.9f, 0.999f, 1e-2f, 0.81f, 0.998f, 0.2f};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mlp:hidden=16x16 | push   |",
                "mlp:hidden=16x16 | choice | entropy=0.01",
                "mlp:hidden=16    | push   | gradient-norm=separate",
                "mlp:hidden=16    | push   | max-gradient-norm=0,value-clip=0.2,advantages=off",
                "mlp:hidden=16    | push   | schedule=adaptive,clip-schedule=linear",
                "mlp:hidden=16    | choice | chunk=5,schedule=adaptive,critic-memory=gru,critic-units=5",
                "leaky            | push   | critic-state=on,chunk=5",
                "leaky            | choice | chunk=6,critic-memory=lstm,critic-units=3,std-mode=fixed",
                "stpn:hidden=5    | push   | chunk=4,critic-memory=gru,critic-units=3,std-mode=falling",
                "lstm:hidden=5    | push   | chunk=3,max-gradient-norm=0.01",
                "rnn:hidden=5     | push   | chunk=4"
            })
    void steps_inTwoHalves_areThoseInOnePiece(String controller, String action, String options) {
        PpoModel model = model(controller, action, options == null ? "" : options);
        List<float[]> whole = run(model, false, targets -> targets);

        then(whole.get(0)).doesNotContain(Float.NaN);
        thenSame(run(model, true, targets -> targets), whole);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "4"})
    void steps_nowInHalvesNowInOnePiece_areTheSame(int before) {
        PpoModel model = model("mlp:hidden=16", "push", "");
        Pace pace = new Pace();
        for (int i = 0; i < Pace.FIRST_PAUSE - before; i++) {
            pace.took(1_000_000_000);
        }
        then(pace.inHalves()).isTrue();
        List<float[]> changing = with(model, targets -> targets, bench -> numbers(model, bench, bench.inHalves(pace)));

        then(pace.inHalves()).isFalse();
        thenSame(changing, run(model, false, targets -> targets));
    }

    /** While a rollout is collected: one that lies behind learning at first, then lies ahead, then is complete. */
    @Test
    void steps_whileARolloutIsCollected_areTheSame() {
        PpoModel model = model("mlp:hidden=16", "choice", "entropy=0.01");
        double[] collected = {0, 0.1, 0.6, 0.9, 0.5, 1};
        AtomicInteger step = new AtomicInteger();
        List<float[]> changing = with(
                model,
                targets -> targets,
                bench -> numbers(
                        model,
                        bench,
                        new SplitSteps(
                                bench.session,
                                bench.graph,
                                bench.tensors,
                                bench.rates,
                                new LearningBeside(
                                        bench.second, new Pace(), () -> collected[step.getAndIncrement()]))));

        then(step).hasValue(STEPS);
        thenSame(changing, run(model, false, targets -> targets));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 0", "Infinity, 0", "0, NaN", "0, Infinity", "0, 1e21", "NaN, NaN"})
    void steps_withAGradientNotFinite_moveNothing(float advantage, float target) {
        PpoModel model = model("mlp:hidden=8", "push", "advantages=off,normalise-returns=off");
        UnaryOperator<Targets> spoilt = spoilt(advantage, target);
        List<float[]> whole = run(model, false, spoilt);
        PpoSnapshot start = PpoCheckpoints.initial(model, 11);

        then(whole.get(0)[GRADIENT_NORM]).isNotFinite();
        then(whole.get(STEPS + 1)).isEqualTo(start.controller().values());
        thenSame(run(model, true, spoilt), whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN | 0    | controller's parameter layer-0/weights (component 0) is NaN",
                "0   | NaN  | critic's parameter layer-0/weights (component 0) is NaN",
                "0   | 1e21 | the norm of the gradient overflows (largest component: the critic's parameter"
            })
    void update_withAGradientNotFinite_namesTheSame(float advantage, float target, String named) {
        PpoModel model = model("mlp:hidden=8", "push", "advantages=off,normalise-returns=off");
        String whole = fault(model, false, spoilt(advantage, target));

        then(whole).contains(named).contains("in update 4 of the run with seed 1");
        then(fault(model, true, spoilt(advantage, target))).isEqualTo(whole);
    }

    private static String fault(PpoModel model, boolean split, UnaryOperator<Targets> changed) {
        StepSizes sizes = new StepSizes(1e-3, 1e-3);
        return with(model, changed, bench -> {
            PpoEpochs epochs = new PpoEpochs(
                    model,
                    bench.session,
                    bench.graph,
                    bench.tensors,
                    bench.rates,
                    0.2,
                    sizes,
                    new PpoState.Clock(3, 3));
            try (KeptSteps steps = new KeptSteps(
                    bench.session, bench.graph, bench.tensors, bench.rates, split ? bench.beside(new Pace()) : null)) {
                return catchThrowableOfType(NumericException.class, () -> steps.take(some -> epochs.run(some, 1, 3)))
                        .getMessage();
            }
        });
    }

    private static UnaryOperator<Targets> spoilt(float advantage, float target) {
        return targets -> {
            targets.advantages()[3] += advantage;
            targets.returns()[5] += target;
            return targets;
        };
    }

    /** Bit by bit, but for the bits of what is not a number. */
    private static void thenSame(List<float[]> numbers, List<float[]> expected) {
        then(numbers).hasSameSizeAs(expected);
        for (int i = 0; i < numbers.size(); i++) {
            then(bits(numbers.get(i))).as("numbers %d", i).isEqualTo(bits(expected.get(i)));
        }
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToIntBits(values[i]));
        return bits;
    }

    private static PpoModel model(String controller, String action, String options) {
        EnvironmentSpec environment =
                PointProvider.choice("action=" + action).create().spec();
        ControllerChoice choice = controller.equals("leaky") ? LeakyProvider.choice("") : Controllers.parse(controller);
        String learner = "ppo:critic-hidden=16x16,rollout=30,minibatch=10" + (options.isEmpty() ? "" : ",") + options;
        PpoConfig config = PpoConfig.of(Learners.parse(learner).options());
        return PpoModel.of(config, environment, choice.bind(environment), 2);
    }

    /** What steps on minibatches of changing size report, the last one of the critic alone, and where they lead. */
    private static List<float[]> run(PpoModel model, boolean split, UnaryOperator<Targets> changed) {
        return with(
                model,
                changed,
                bench -> numbers(
                        model,
                        bench,
                        split
                                ? bench.inHalves(new Pace())
                                : new WholeSteps(bench.session, bench.graph, bench.tensors, bench.rates)));
    }

    private static List<float[]> numbers(PpoModel model, Bench bench, GradientSteps taken) {
        List<float[]> numbers = new ArrayList<>();
        List<UpdateReport> reports = new ArrayList<>();
        int[] all = new int[model.layout().chunks()];
        Arrays.setAll(all, i -> i);
        try (GradientSteps steps = taken) {
            for (int i = 0; i < STEPS; i++) {
                int size = model.minibatchChunks() > 0 ? model.minibatchChunks() : 1 + i % all.length;
                UpdateReport report = new UpdateReport();
                reports.add(report);
                steps.both(Arrays.copyOf(all, size), RATES, i / (double) STEPS, report);
            }
            int size = model.minibatchChunks() > 0 ? model.minibatchChunks() : all.length;
            UpdateReport ofCritic = new UpdateReport();
            steps.criticAlone(Arrays.copyOf(all, size), RATES, ofCritic);
            reports.forEach(report -> numbers.add(numbers(report.latest())));
            numbers.add(new float[] {(float) ofCritic.valueLoss(), ofCritic.skipped()});
            steps.finish();
        }
        List.of(bench.graph.controller.read(bench.session), bench.graph.critic.read(bench.session))
                .forEach(content -> numbers.addAll(List.of(content.values(), content.mean(), content.square())));
        return numbers;
    }

    private static float[] numbers(StepReport step) {
        return new float[] {
            (float) step.ratios().policyLoss(),
            (float) step.ratios().divergence(),
            (float) step.ratios().clipFraction(),
            (float) step.ratios().deviation(),
            (float) step.ratios().differing(),
            (float) step.valueLoss(),
            (float) step.entropy(),
            (float) step.exactDivergence(),
            (float) step.gradientNorm()
        };
    }

    private static <T> T with(PpoModel model, UnaryOperator<Targets> changed, Function<Bench, T> measured) {
        var built = GraphSession.build((graph, tf) -> new PpoGraph(graph, tf, model));
        PpoGraph graph = built.operations();
        try (GraphSession session = built.session();
                Helper second = new Helper("second");
                RolloutTensors tensors = new RolloutTensors(model);
                HostTensor rates = new HostTensor(GradientStep.RATES)) {
            SyntheticRollouts.write(model, tensors, new ActingTrace(model.shape()), changed);
            PpoSnapshot start = PpoCheckpoints.initial(model, 11);
            graph.controller.load(session, start.controller());
            graph.critic.load(session, start.critic());
            return measured.apply(new Bench(session, graph, tensors, rates, second));
        }
    }

    /** A rollout and a graph to learn it with. */
    private record Bench(
            GraphSession session, PpoGraph graph, RolloutTensors tensors, HostTensor rates, Helper second) {
        GradientSteps inHalves(Pace pace) {
            return new SplitSteps(session, graph, tensors, rates, beside(pace));
        }

        LearningBeside beside(Pace pace) {
            return new LearningBeside(second, pace, () -> 1);
        }
    }
}
