package dev.ganglion.tests.benchmark;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.Environments;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One control step of a body, resets included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StepBenchmark {
    /** The body and its task. */
    @Param({"swimmer/swim", "swimmer/swim:joints=30", "cartpole/balance", "cartpole/swingup", "quadruped/walk", "maze/forage"})
    public String environment = "";

    private Environment body = Environments.parse("maze/forage").create();
    private float[] observation = {};
    private float[] action = {};
    private long episode;

    /** Builds the body. */
    @Setup
    public void build() {
        body = Environments.parse(environment).create();
        observation = new float[body.spec().observation().size()];
        action = new float[body.spec().action().size()];
        body.reset(episode, observation, 0);
    }

    /** One step with the joints at rest, or one of the moves. */
    @Benchmark
    public float[] step() {
        if (body.step(action, 0, observation, 0).isDone()) {
            body.reset(++episode, observation, 0);
        }
        return observation;
    }
}
