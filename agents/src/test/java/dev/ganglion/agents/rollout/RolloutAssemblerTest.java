package dev.ganglion.agents.rollout;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.agents.distribution.DiagonalGaussian;
import dev.ganglion.agents.normalisation.RowNormaliser;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.stream.StepBatch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RolloutAssemblerTest {
    // Three steps of two environments; one observation, one action, one state component, all stored.
    private static final RolloutShape SHAPE = new RolloutShape(3, 2, 1, 1, 1, 1, 1);
    private static final StateView LINEAR_STATE = new StateView(List.of(new StateView.Component(0, "clock", 0)));

    @Test
    void assemble_bootstrapsTruncationsFromTheirTrueLastObservationAndState() {
        ActingTrace trace = trace();
        trace.ended(0, 0, new float[] {77});
        StepBatch batch =
                batch(List.of(ending(0, 0, StepStatus.TRUNCATED, 50), ending(1, 1, StepStatus.TERMINATED, 60)));

        Rollout rollout = assemble(trace, batch);

        // The critic's value is 1000·observation + state. Observations are 1…6, states 10, 20, … 60.
        then(rollout.values()).containsExactly(1010, 2020, 3030, 4040, 5050, 6060);
        then(rollout.nextValues())
                .containsExactly(
                        50_077, // truncated: last observation 50 in state 77
                        4040, // goes on
                        5050, 0, // terminated
                        7071, // the rollout ends: next observation 7, last state 71
                        8072);
        then(rollout.ends()).containsExactly(true, false, false, true, false, false);
    }

    @Test
    void assemble_ofATruncationInTheLastStep_takesTheStateAfterIt() {
        Rollout rollout = assemble(trace(), batch(List.of(ending(2, 1, StepStatus.TRUNCATED, 90))));

        then(rollout.nextValues()[4]).isEqualTo(7071);
        then(rollout.nextValues()[5]).isEqualTo(90_072);
    }

    @Test
    void assemble_ofATerminationInTheLastStep_hasNoFuture() {
        Rollout rollout = assemble(trace(), batch(List.of(ending(2, 0, StepStatus.TERMINATED, 90))));

        then(rollout.nextValues()[4]).isZero();
        then(rollout.nextValues()[5]).isEqualTo(8072);
    }

    @Test
    void assemble_normalisesWhatTheCriticSeesAndKeepsItRaw() {
        RowNormaliser half = new RowNormaliser(new float[] {1, 10}, new float[] {0.5f, 0.1f}, 100);
        Rollout rollout = new RolloutAssembler(SHAPE, LINEAR_STATE)
                .assemble(
                        batch(List.of()),
                        exploration(trace()),
                        half,
                        inputs -> new CriticValues(new float[10], CriticMemory.none()));

        then(rollout.rawCriticInputs()).startsWith(1, 10, 2, 20);
        then(rollout.criticInputs()).startsWith(0, 0, 0.5f, 1);
        then(rollout.controllerInputs()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void assemble_hasTheLogarithmOfEachActionsDensity() {
        Rollout rollout = assemble(trace(), batch(List.of()));

        // Output 0.5, action 1.5, σ = 2: −½·0.25 − log 2 − ½ log 2π
        then((double) rollout.logProbabilities()[3]).isCloseTo(-0.125 - Math.log(2) - 0.9189385332046727, within(1e-6));
    }

    private static Rollout assemble(ActingTrace trace, StepBatch batch) {
        return new RolloutAssembler(SHAPE, LINEAR_STATE)
                .assemble(batch, exploration(trace), RowNormaliser.identity(2), inputs -> {
                    float[] values = new float[inputs.rows().length / 2];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = 1000 * inputs.rows()[2 * i] + inputs.rows()[2 * i + 1];
                    }
                    return new CriticValues(values, CriticMemory.none());
                });
    }

    private static RolloutActor.Exploration exploration(ActingTrace trace) {
        return new RolloutActor.Exploration(RowNormaliser.identity(1), new DiagonalGaussian(new double[] {2}), trace);
    }

    private static ActingTrace trace() {
        ActingTrace trace = new ActingTrace(SHAPE);
        for (int time = 0; time < 3; time++) {
            trace.before(time, 0, new float[] {20 * time + 10, 20 * time + 20});
            trace.after(time, 0, new float[] {0.5f, 0.5f}, new float[] {71, 72});
        }
        return trace;
    }

    private static StepBatch batch(List<StepBatch.Ending> endings) {
        return new StepBatch(
                0,
                3,
                2,
                new float[] {1, 2, 3, 4, 5, 6},
                new float[] {1.5f, 1.5f, 1.5f, 1.5f, 1.5f, 1.5f},
                new float[6],
                new boolean[6],
                new float[] {7, 8},
                endings,
                List.of());
    }

    private static StepBatch.Ending ending(int time, int environment, StepStatus status, float last) {
        return new StepBatch.Ending(time, environment, status, new float[] {last}, 0, 1, 0, Map.of());
    }
}
