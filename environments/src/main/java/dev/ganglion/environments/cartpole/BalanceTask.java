package dev.ganglion.environments.cartpole;

import dev.ganglion.environments.control.Task;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Keep the pole up and the cart on the rail for 500 steps.
 *
 * <p>Start, end, limits and reward are those of Gymnasium's CartPole-v1: every step earns 1, the one that ends the
 * episode too. (Barto, Sutton and Anderson 1983, "Neuronlike adaptive elements that can solve difficult learning
 * control problems"; {@code envs/classic_control/cartpole.py}.)
 */
final class BalanceTask implements Task {
    /** Distance of the cart from the middle of the rail in m beyond which the episode ends. */
    static final double LARGEST_POSITION = 2.4;

    /** Angle of the pole beyond which the episode ends: 12°. */
    static final double LARGEST_ANGLE = Math.toRadians(12);

    private static final int TIME_LIMIT_STEPS = 500;

    /** Every number of the state starts uniformly within this distance of 0. */
    private static final double START = 0.05;

    private final CartPoleBody body;
    private final boolean observesVelocities;

    /**
     * The task of a body.
     *
     * @param observesVelocities whether both velocities are observed besides position and angle
     */
    BalanceTask(CartPoleBody body, boolean observesVelocities) {
        this.body = body;
        this.observesVelocities = observesVelocities;
    }

    @Override
    public Box observation() {
        // Twice the ends, as in CartPole-v1: the last observation of an episode lies beyond them.
        List<Signal> signals = new ArrayList<>();
        signals.add(Signal.scalar("cart/position", "m").within(-2 * LARGEST_POSITION, 2 * LARGEST_POSITION));
        if (observesVelocities) {
            signals.add(Signal.scalar("cart/velocity", "m/s"));
        }
        signals.add(Signal.scalar("pole/angle", "rad").within(-2 * LARGEST_ANGLE, 2 * LARGEST_ANGLE));
        if (observesVelocities) {
            signals.add(Signal.scalar("pole/angular-velocity", "rad/s"));
        }
        return new Box(new Signals(signals));
    }

    @Override
    public int timeLimitSteps() {
        return TIME_LIMIT_STEPS;
    }

    @Override
    public void begin(RandomGenerator random) {
        body.place(new CartPoleState(
                random.nextDouble(-START, START),
                random.nextDouble(-START, START),
                random.nextDouble(-START, START),
                random.nextDouble(-START, START)));
    }

    /** Nothing to note: the state says everything. */
    @Override
    public void afterStep() {}

    @Override
    public void observe(float[] observation, int offset) {
        int next = offset;
        observation[next++] = (float) body.cartPosition();
        if (observesVelocities) {
            observation[next++] = (float) body.cartVelocity();
        }
        observation[next++] = (float) body.poleAngle();
        if (observesVelocities) {
            observation[next] = (float) body.poleAngularVelocity();
        }
    }

    @Override
    public double reward() {
        return 1;
    }

    @Override
    public boolean isTerminated() {
        return Math.abs(body.cartPosition()) > LARGEST_POSITION || Math.abs(body.poleAngle()) > LARGEST_ANGLE;
    }

    /** None: the return is the number of steps. */
    @Override
    public Map<String, Double> measurements() {
        return Map.of();
    }
}
