package dev.ganglion.environments.swimmer;

import dev.ganglion.environments.control.Task;
import dev.ganglion.environments.control.Tolerance;
import dev.ganglion.environments.render.Scene;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Bring the nose to a target, from any pose, and keep it there.
 *
 * <p>The task of the DeepMind Control Suite's swimmer ({@code suite/swimmer.py}): a step earns 1 with the nose within
 * 0.1 m of the target's centre, and less the farther away it is, but something from everywhere.
 */
final class NavigateTask implements Task {
    /** Radius of the target in m. */
    private static final double TARGET_RADIUS = 0.1;

    private static final Tolerance CLOSE =
            Tolerance.between(0, TARGET_RADIUS).withMargin(5 * TARGET_RADIUS).falling(Tolerance.Shape.LONG_TAIL, 0.1);

    /** Half the side of the square in which the target lies, in m, and that of the square of close targets. */
    private static final double FAR = 2;

    private static final double NEAR = 0.3;

    /** Probability of a close target. */
    private static final double SHARE_OF_NEAR = 0.2;

    /** 30 s. */
    private static final int TIME_LIMIT_STEPS = 1000;

    private final SwimmerBody body;
    private final SwimmerSenses senses;
    private double targetX;
    private double targetY;
    private double[] target = new double[2];
    private boolean reached;

    /**
     * The task of a body.
     *
     * @param observesVelocities whether the links' velocities are observed besides the joint angles and the target
     */
    NavigateTask(SwimmerBody body, boolean observesVelocities) {
        this.body = body;
        senses = new SwimmerSenses(body, observesVelocities);
    }

    @Override
    public Box observation() {
        List<Signal> signals = new ArrayList<>(senses.angles());
        signals.add(Signal.scalar("target/position", "m").withSize(2).at(0));
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
        double side = random.nextDouble() < SHARE_OF_NEAR ? NEAR : FAR;
        targetX = random.nextDouble(-side, side);
        targetY = random.nextDouble(-side, side);
        reached = false;
        look();
    }

    @Override
    public void afterStep() {
        look();
    }

    private void look() {
        target = body.seenFromTheNose(targetX, targetY);
        reached |= distance() <= TARGET_RADIUS;
    }

    /** Distance of the nose from the target's centre in m. */
    private double distance() {
        return Math.hypot(target[0], target[1]);
    }

    @Override
    public void observe(float[] observation, int offset) {
        int next = senses.writeAngles(observation, offset);
        observation[next++] = (float) target[0];
        observation[next++] = (float) target[1];
        senses.writeVelocities(observation, next);
    }

    @Override
    public double reward() {
        return CLOSE.of(distance());
    }

    /** Never: only the time limit ends it. */
    @Override
    public boolean isTerminated() {
        return false;
    }

    /**
     * {@code target_reached}: 1 once the nose has been within the target, else 0; {@code target_distance_m}: its distance
     * from the target's centre now.
     */
    @Override
    public Map<String, Double> measurements() {
        Map<String, Double> measurements = new LinkedHashMap<>();
        measurements.put("target_reached", reached ? 1.0 : 0.0);
        measurements.put("target_distance_m", distance());
        return measurements;
    }

    @Override
    public Scene show(Scene scene) {
        return scene.with(new Scene.Marker("target", targetX, targetY, TARGET_RADIUS));
    }
}
