package dev.ganglion.environments.swimmer;

import dev.ganglion.environments.physics.PlanarWorld;
import dev.ganglion.environments.physics.RigidBody;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The water's drag on all six links of a swimmer for one substep. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DragBenchmark {
    private static final double SUBSTEP_SECONDS = 0.01;

    private final RigidBody[] links = new RigidBody[6];
    private final FluidDrag drag;
    private final ChainMotion motion;

    /** Links in a row that drift, so that there is something to resist. */
    public DragBenchmark() {
        ChainModel model = ChainModel.of(SwimmerParameters.STANDARD);
        PlanarWorld world = new PlanarWorld(0, 0);
        for (int k = 0; k < links.length; k++) {
            links[k] = world.addBody(1, model.inertiaWithRotors(k), 0, k + 0.5, 0.1 * k);
            links[k].changeVelocity(0.1, 0.2, 0.3);
        }
        motion = new ChainMotion(links);
        motion.read();
        drag = new FluidDrag(model, links, SUBSTEP_SECONDS);
    }

    /** One substep's drag. */
    @Benchmark
    public RigidBody[] drag() {
        drag.apply(motion);
        return links;
    }
}
