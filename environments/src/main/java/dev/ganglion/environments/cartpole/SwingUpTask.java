package dev.ganglion.environments.cartpole;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.control.Task;
import dev.ganglion.environments.control.TaskEnvironment;
import dev.ganglion.environments.control.Tolerance;
import dev.ganglion.environments.options.Options;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Swing the hanging pole up and keep it there, near the middle of the rail.
 *
 * <p>Start and rewards are those of the DeepMind Control Suite ({@code suite/cartpole.py}, {@code swingup} and {@code
 * swingup_sparse}). The shaped reward is the product of an upright pole, a cart in the middle, little force and a slow
 * pole; the sparse one is 1 with the cart and the pole within narrow bounds, else 0.
 */
final class SwingUpTask implements Task {
    private static final int VERSION = 1;

    private static final int TIME_LIMIT_STEPS = 1000;

    /** Standard deviation of every number of the state at the start. */
    private static final double START_DEVIATION = 0.01;

    private static final Tolerance CENTRED = Tolerance.between(0, 0).withMargin(2);
    private static final Tolerance EFFORTLESS =
            Tolerance.between(0, 0).withMargin(1).falling(Tolerance.Shape.QUADRATIC, 0);
    private static final Tolerance SLOW = Tolerance.between(0, 0).withMargin(5);

    /** Bounds of the sparse reward: distance from the middle in m, and cosine of the pole's angle. */
    private static final Tolerance IN_THE_MIDDLE = Tolerance.between(-0.25, 0.25);

    private static final Tolerance UPRIGHT = Tolerance.between(0.995, 1);

    private final CartPoleBody body;
    private final boolean observesVelocities;
    private final boolean isSparse;
    private int uprightSteps;
    private int steps;

    /**
     * The task of a body.
     *
     * @param observesVelocities whether both velocities are observed besides position and direction
     * @param isSparse whether only success is rewarded
     */
    SwingUpTask(CartPoleBody body, boolean observesVelocities, boolean isSparse) {
        this.body = body;
        this.observesVelocities = observesVelocities;
        this.isSparse = isSparse;
    }

    /** The environment that the options describe. */
    static Environment environment(Options options, boolean isSparse) {
        CartPoleBody body = new CartPoleBody(
                CartPoleOptions.parameters(options, CartPoleParameters.CONTROL_SUITE),
                CartPoleBody.Push.ANY,
                CartPoleBody.Integration.FINE);
        SwingUpTask task = new SwingUpTask(body, options.isOn("velocities"), isSparse);
        return new TaskEnvironment(options.canonicalName(), VERSION, body, task);
    }

    @Override
    public Box observation() {
        double end = body.parameters().railEnd();
        List<Signal> signals = new ArrayList<>();
        signals.add(Signal.scalar("cart/position", "m").within(-end, end));
        signals.add(Signal.scalar("pole/cosine", "1").within(-1, 1));
        signals.add(Signal.scalar("pole/sine", "1").within(-1, 1));
        if (observesVelocities) {
            signals.add(Signal.scalar("cart/velocity", "m/s"));
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
                START_DEVIATION * random.nextGaussian(),
                START_DEVIATION * random.nextGaussian(),
                Math.PI + START_DEVIATION * random.nextGaussian(),
                START_DEVIATION * random.nextGaussian()));
        uprightSteps = 0;
        steps = 0;
    }

    @Override
    public void afterStep() {
        steps++;
        uprightSteps += UPRIGHT.of(cosine()) > 0 ? 1 : 0;
    }

    @Override
    public void observe(float[] observation, int offset) {
        observation[offset] = (float) body.cartPosition();
        observation[offset + 1] = (float) cosine();
        observation[offset + 2] = (float) StrictMath.sin(body.poleAngle());
        if (observesVelocities) {
            observation[offset + 3] = (float) body.cartVelocity();
            observation[offset + 4] = (float) body.poleAngularVelocity();
        }
    }

    private double cosine() {
        return StrictMath.cos(body.poleAngle());
    }

    @Override
    public double reward() {
        if (isSparse) {
            return IN_THE_MIDDLE.of(body.cartPosition()) * UPRIGHT.of(cosine());
        }
        double upright = (1 + cosine()) / 2;
        double centred = (1 + CENTRED.of(body.cartPosition())) / 2;
        double effortless = (4 + EFFORTLESS.of(body.lastCommand())) / 5;
        double slow = (1 + SLOW.of(body.poleAngularVelocity())) / 2;
        return upright * centred * effortless * slow;
    }

    /** Never: only the time limit ends it. */
    @Override
    public boolean isTerminated() {
        return false;
    }

    /** {@code upright_fraction}: share of the steps so far with the pole within 5.7° of the upright. */
    @Override
    public Map<String, Double> measurements() {
        return Map.of("upright_fraction", uprightSteps / (double) Math.max(1, steps));
    }
}
