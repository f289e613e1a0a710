package dev.ganglion.environments.swimmer;

import dev.ganglion.environments.control.Task;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Swim ahead at 0.1 m/s or faster, from any pose.
 *
 * <p>Task, start and reward are those of Bhattasali, Zador and Engel 2022, "Neural Circuit Architectural Priors for
 * Embodied Control" ({@code neurobo/ncap/envs.py}): the reward of a step is the head's forward speed over 0.1 m/s,
 * clipped to [0, 1].
 */
final class SwimTask implements Task {
    /** Speed in m/s that earns the full reward. */
    private static final double FULL_SPEED = 0.1;

    /** 30 s. */
    private static final int TIME_LIMIT_STEPS = 1000;

    private final SwimmerBody body;
    private final SwimmerSenses senses;
    private double distance;
    private int steps;

    /**
     * The task of a body.
     *
     * @param observesVelocities whether the links' velocities are observed besides the joint angles
     */
    SwimTask(SwimmerBody body, boolean observesVelocities) {
        this.body = body;
        senses = new SwimmerSenses(body, observesVelocities);
    }

    @Override
    public Box observation() {
        List<Signal> signals = new ArrayList<>(senses.angles());
        signals.addAll(senses.velocities());
        return new Box(new Signals(signals));
    }

    @Override
    public int timeLimitSteps() {
        return TIME_LIMIT_STEPS;
    }

    @Override
    public void begin(RandomGenerator random) {
        body.placeAnyhow(random);
        distance = 0;
        steps = 0;
    }

    @Override
    public void afterStep() {
        distance += body.forwardSpeed() * body.controlPeriodSeconds();
        steps++;
    }

    @Override
    public void observe(float[] observation, int offset) {
        senses.writeVelocities(observation, senses.writeAngles(observation, offset));
    }

    @Override
    public double reward() {
        return Math.max(0, Math.min(1, body.forwardSpeed() / FULL_SPEED));
    }

    /** Never: only the time limit ends a swim. */
    @Override
    public boolean isTerminated() {
        return false;
    }

    /** {@code forward_speed_m_per_s}: mean over the episode so far, not clipped; 0 before the first step. */
    @Override
    public Map<String, Double> measurements() {
        double seconds = Math.max(1, steps) * body.controlPeriodSeconds();
        return Map.of("forward_speed_m_per_s", distance / seconds);
    }
}
