package dev.ganglion.tests.benchmark;

import dev.ganglion.agents.distribution.DiagonalGaussian;
import dev.ganglion.agents.normalisation.RowNormaliser;
import dev.ganglion.agents.rollout.ActingTrace;
import dev.ganglion.agents.rollout.CriticMemory;
import dev.ganglion.agents.rollout.CriticValues;
import dev.ganglion.agents.rollout.Rollout;
import dev.ganglion.agents.rollout.RolloutActor;
import dev.ganglion.agents.rollout.RolloutAssembler;
import dev.ganglion.agents.rollout.RolloutShape;
import dev.ganglion.agents.rollout.StateView;
import dev.ganglion.environments.stream.StepBatch;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A rollout of 256 steps of 16 swimmers put together for learning, the critic's answer left out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BatchAssemblyBenchmark {
    private static final int STEPS = 256;
    private static final int ENVIRONMENTS = 16;
    private static final int SIZE = STEPS * ENVIRONMENTS;
    private static final int OBSERVATION = 17;
    private static final int ACTION = 5;

    private final RolloutShape shape = new RolloutShape(STEPS, ENVIRONMENTS, OBSERVATION, ACTION, ACTION, 0, 1);
    private final RolloutAssembler assembler = new RolloutAssembler(shape, new StateView(List.of()));
    private final RolloutActor.Exploration exploration = new RolloutActor.Exploration(
            RowNormaliser.identity(OBSERVATION),
            new DiagonalGaussian(new double[] {0.3, 0.3, 0.3, 0.3, 0.3}),
            new ActingTrace(shape));
    private final StepBatch batch = new StepBatch(
            0,
            STEPS,
            ENVIRONMENTS,
            new float[SIZE * OBSERVATION],
            new float[SIZE * ACTION],
            new float[SIZE],
            new boolean[SIZE],
            new float[ENVIRONMENTS * OBSERVATION],
            List.of(),
            List.of());

    /** One rollout. */
    @Benchmark
    public Rollout assemble() {
        return assembler.assemble(
                batch,
                exploration,
                RowNormaliser.identity(OBSERVATION),
                inputs -> new CriticValues(new float[inputs.rows().length / OBSERVATION], CriticMemory.none()));
    }
}
