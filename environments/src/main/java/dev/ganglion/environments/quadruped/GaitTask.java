package dev.ganglion.environments.quadruped;

import dev.ganglion.environments.control.Task;
import dev.ganglion.environments.control.Tolerance;
import dev.ganglion.environments.signal.Box;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Stand, walk or run without falling. The reward is the product of an upright torso, one that is high enough, the right
 * speed, and smooth commands, which count by half; each lies in [0, 1]. Ours, in the manner of the DeepMind Control Suite.
 */
/*
 * The last factor came in after PPO seemed to walk by the noise of its own exploration. Runs that normalise observations
 * were watched wrongly then, so that is no reason any more; it stays so that figures stay comparable.
 */
final class GaitTask implements Task {
    /** 30 s. */
    private static final int TIME_LIMIT_STEPS = 1000;

    /** Pitch in rad, and height of the torso's middle in m; standing it is 0.345 m. */
    private static final Tolerance UPRIGHT = Tolerance.between(-0.2, 0.2).withMargin(0.5);

    private static final Tolerance HIGH =
            Tolerance.between(0.26, Double.POSITIVE_INFINITY).withMargin(0.1);

    /** Mean change of a command from step to step; a trot changes them by about 0.1. */
    private static final Tolerance SMOOTH = Tolerance.between(0, 0.1).withMargin(0.4);

    /** Pitch beyond which it has fallen: 45°, as for the NCAP quadruped. */
    private static final double FALLEN_PITCH = Math.toRadians(45);

    /** Commands of the posture at the start lie within this distance of 0. */
    private static final double START = 0.1;

    /** The same of the hips in a crouch; the knees are bent at least by half of what can be commanded. */
    private static final double CROUCH = 0.3;

    private final QuadrupedBody body;
    private final Gait gait;
    private final Ground ground;
    private final QuadrupedSenses senses;
    private double height;
    private int steps;

    GaitTask(QuadrupedBody body, Gait gait, Ground ground) {
        this.body = body;
        this.gait = gait;
        this.ground = ground;
        senses = new QuadrupedSenses(body);
    }

    @Override
    public Box observation() {
        return senses.space();
    }

    @Override
    public int timeLimitSteps() {
        return TIME_LIMIT_STEPS;
    }

    @Override
    public void begin(RandomGenerator random) {
        double[] angles = new double[Leg.JOINTS];
        for (int joint = 0; joint < angles.length; joint++) {
            angles[joint] = Leg.range(joint).target(startCommand(joint, random));
        }
        body.place(ground.terrain(random), 0, angles);
        height = 0;
        steps = 0;
    }

    private double startCommand(int joint, RandomGenerator random) {
        if (!gait.startsCrouched()) {
            return random.nextDouble(-START, START);
        }
        return Leg.isKnee(joint) ? random.nextDouble(-1, -0.5) : random.nextDouble(-CROUCH, CROUCH);
    }

    @Override
    public void afterStep() {
        height += body.torsoHeight();
        steps++;
    }

    @Override
    public void observe(float[] observation, int offset) {
        senses.write(observation, offset);
    }

    @Override
    public double reward() {
        double smooth = (1 + SMOOTH.of(body.commandChange())) / 2;
        return UPRIGHT.of(body.pitch())
                * HIGH.of(body.torsoHeight())
                * gait.speed().of(body.forwardSpeed())
                * smooth;
    }

    /** When it has fallen: the torso has touched the ground or is pitched by more than 45°. */
    @Override
    public boolean isTerminated() {
        return body.isTorsoDown() || Math.abs(body.pitch()) > FALLEN_PITCH;
    }

    /**
     * {@code forward_speed_m_per_s} and {@code torso_height_m}: means over the episode so far; {@code fell}: 1 once it
     * has fallen, else 0.
     */
    @Override
    public Map<String, Double> measurements() {
        int counted = Math.max(1, steps);
        Map<String, Double> measurements = new LinkedHashMap<>();
        measurements.put("forward_speed_m_per_s", body.torsoPlace() / (counted * body.controlPeriodSeconds()));
        measurements.put("torso_height_m", height / counted);
        measurements.put("fell", isTerminated() ? 1.0 : 0.0);
        return measurements;
    }
}
