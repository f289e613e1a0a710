package dev.ganglion.experiments.faulty;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.options.Options;
import dev.ganglion.environments.physics.PhysicsDivergedException;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.render.Scene;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.List;
import java.util.Map;

/** A bead on a wire, which goes wrong when it is pushed too hard. */
final class FaultyEnvironment implements Environment {
    /** Hardly ever pushed so hard by exploration noise of deviation 0.5, and never without. */
    private static final double HARDEST = 1.2;

    private final EnvironmentSpec spec;
    private final String fault;
    private double place;
    private double reward;
    private int steps;

    FaultyEnvironment(Options options) {
        fault = options.text("fault");
        spec = new EnvironmentSpec(
                options.canonicalName(),
                1,
                new Box(Signals.of(Signal.scalar("bead/place", "m"), Signal.scalar("bead/age", "1"))),
                new Box(Signals.of(Signal.scalar("bead/push", "N").within(-1, 1))),
                0.1,
                20);
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public void reset(long seed, float[] observation, int offset) {
        place = RandomStreams.named(seed, "place").nextDouble(-1, 1);
        steps = 0;
        observe(observation, offset);
    }

    @Override
    public StepStatus step(float[] action, int actionOffset, float[] observation, int observationOffset) {
        steps++;
        place += 0.1 * Math.max(-1, Math.min(1, action[actionOffset]));
        reward = -Math.abs(place);
        observe(observation, observationOffset);
        if (Math.abs(action[actionOffset]) > HARDEST) {
            fail(observation, observationOffset);
        }
        return steps == spec.timeLimitSteps() ? StepStatus.TRUNCATED : StepStatus.RUNNING;
    }

    private void fail(float[] observation, int offset) {
        switch (fault) {
            case "observation" -> observation[offset + 1] = Float.NaN;
            case "reward" -> reward = Double.POSITIVE_INFINITY;
            case "huge-reward" -> reward = 1e30;
            case "blow-up" -> throw new PhysicsDivergedException("Body 0 of 1 has diverged: the bead");
            default -> {}
        }
    }

    private void observe(float[] observation, int offset) {
        observation[offset] = (float) place;
        observation[offset + 1] = steps / 20f;
    }

    @Override
    public double reward() {
        return reward;
    }

    @Override
    public Map<String, Double> measurements() {
        return Map.of("place_m", place);
    }

    @Override
    public Scene scene() {
        return new Scene(
                List.of(new Scene.Link(place - 0.05, 0, place + 0.05, 0, 0.05)),
                List.of(),
                List.of(),
                List.of(),
                place,
                0,
                1);
    }
}
