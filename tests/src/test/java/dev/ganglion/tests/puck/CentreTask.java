package dev.ganglion.tests.puck;

import dev.ganglion.environments.control.Task;
import dev.ganglion.environments.control.Tolerance;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Bring the puck to the middle of its rail and keep it there. */
final class CentreTask implements Task {
    private static final Tolerance CENTRED = Tolerance.between(-0.05, 0.05).withMargin(0.5);

    private final Puck puck;

    CentreTask(Puck puck) {
        this.puck = puck;
    }

    @Override
    public Box observation() {
        return new Box(Signals.of(
                Signal.scalar("puck/position", "m").within(-Puck.RAIL_END, Puck.RAIL_END),
                Signal.scalar("puck/velocity", "m/s")));
    }

    @Override
    public int timeLimitSteps() {
        return 200;
    }

    @Override
    public void begin(RandomGenerator random) {
        puck.place(random.nextDouble(-0.8, 0.8));
    }

    /** Nothing to note. */
    @Override
    public void afterStep() {}

    @Override
    public void observe(float[] observation, int offset) {
        observation[offset] = (float) puck.position();
        observation[offset + 1] = (float) puck.velocity();
    }

    @Override
    public double reward() {
        return CENTRED.of(puck.position());
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public Map<String, Double> measurements() {
        return Map.of("distance_m", Math.abs(puck.position()));
    }
}
