package dev.ganglion.tests.benchmark;

import dev.ganglion.agents.policy.GroupPolicy;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.Environments;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One control step of a controller for a group of eight swimmers: one call of TensorFlow. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CircuitStepBenchmark {
    /** The controller. */
    @Param({"ncap", "connectome", "connectome:neuron=lif", "mlp:hidden=64x64", "stpn:hidden=64", "lstm:hidden=64"})
    public String controller = "";

    private Policy policy;
    private GroupPolicy group;
    private final EnvironmentSpec spec =
            Environments.parse("swimmer/swim").create().spec();
    private final float[] observations = new float[Policy.GROUP * spec.observation().size()];
    private float[] outputs = {};

    /** Something that can be closed, until the controller is known. */
    public CircuitStepBenchmark() {
        policy = policy("ncap");
        group = policy.group();
    }

    private Policy policy(String name) {
        return Policy.untrained(Controllers.parse(name), spec, 1, Map.of());
    }

    /** Builds the controller. */
    @Setup
    public void build() {
        close();
        policy = policy(controller);
        group = policy.group();
        outputs = new float[Policy.GROUP * policy.controller().outputs()];
    }

    /** One step of the group. */
    @Benchmark
    public float[] step() {
        group.step(observations, outputs);
        return outputs;
    }

    /** Frees native memory. */
    @TearDown
    public void close() {
        group.close();
        policy.close();
    }
}
