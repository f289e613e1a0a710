package dev.ganglion.tests.benchmark;

import dev.ganglion.agents.advantage.Advantages;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Generalised advantages of 4,096 steps of 16 environments, and their standardisation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AdvantageBenchmark {
    private static final int ENVIRONMENTS = 16;
    private static final int SIZE = 4096;

    private final float[] rewards = new float[SIZE];
    private final float[] values = new float[SIZE];
    private final float[] nextValues = new float[SIZE];
    private final boolean[] ends = new boolean[SIZE];

    /** Rewards and values at random, with an end every hundred steps or so. */
    public AdvantageBenchmark() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < SIZE; i++) {
            rewards[i] = (float) random.nextDouble();
            values[i] = (float) random.nextDouble();
            nextValues[i] = (float) random.nextDouble();
            ends[i] = random.nextInt(100) == 0;
        }
    }

    /** The advantages of one rollout. */
    @Benchmark
    public Advantages advantages() {
        return Advantages.estimate(rewards, values, nextValues, ends, ENVIRONMENTS, 0.99, 0.95)
                .standardised();
    }
}
