package dev.ganglion.environments.swimmer;

import dev.ganglion.environments.physics.Hinge;

/**
 * Soft stops at both ends of every hinge's range, as MuJoCo's default soft constraints make them.
 *
 * <p>At depth r behind a stop, MuJoCo asks for the acceleration {@code a = -b ṙ - k d(r) r} and allows a force f ≥ 0
 * that solves {@code (A + R) f = a - a₀} over all stops reached, where a₀ is the acceleration without stops, A couples
 * the hinges, {@code R = (1-d)/d w} softens the stop and w is the hinge's mobility in the straight chain. (Todorov
 * 2014, "Convex and analytically-invertible dynamics with contacts and constraints"; constants from dm_control's
 * {@code suite/swimmer.xml}.)
 *
 * <p>Here each substep makes one damped Jacobi sweep of that problem, warm-started with the last substep's force, with
 * w for the diagonal of A and the last substep's acceleration for {@code a₀ + A f}. Undamped, a long body curled up
 * against all its stops diverges.
 */
final class JointStops {
    /** Largest impedance d, reached at {@link #WIDTH} rad behind the stop. */
    private static final double IMPEDANCE = 0.8;

    private static final double WIDTH = 0.1;
    private static final double SMALLEST_IMPEDANCE = 1e-4;
    private static final double TIME_CONSTANT = 0.05;

    /** b in 1/s, from MuJoCo's {@code 2/(dmax timeconst)}. */
    private static final double DAMPING = 2 / (IMPEDANCE * TIME_CONSTANT);

    /** k in 1/s², from MuJoCo's {@code 1/(dmax² timeconst² dampratio²)} with damping ratio 1. */
    private static final double STIFFNESS = 1 / (IMPEDANCE * IMPEDANCE * TIME_CONSTANT * TIME_CONSTANT);

    /** Share of the new force in a sweep; at 0.7 the stress cases still hold, at 1 they do not. */
    private static final double RELAXATION = 0.5;

    private final Hinge[] hinges;
    private final double limit;
    private final double[] mobilities;
    private final double[] force;
    private final double[] lastMotor;

    JointStops(ChainModel model, Hinge[] hinges) {
        this.hinges = hinges;
        limit = model.jointLimit();
        mobilities = StraightChain.mobilities(model);
        force = new double[hinges.length];
        lastMotor = new double[hinges.length];
    }

    /**
     * Torque of a hinge's stops, counter-clockwise.
     *
     * @param joint the hinge
     * @param motor torque its motor is about to apply
     * @param acceleration angular acceleration of the hinge over the last substep
     */
    double torque(int joint, double motor, double acceleration) {
        double angle = hinges[joint].angle();
        double depth = Math.abs(angle) - limit;
        double motorChange = motor - lastMotor[joint];
        lastMotor[joint] = motor;
        if (depth <= 0) {
            force[joint] = 0;
            return 0;
        }
        // Everything below counts towards the stop as positive.
        double side = Math.signum(angle);
        double mobility = mobilities[joint];
        double free = side * (acceleration + mobility * motorChange) + mobility * force[joint];
        double impedance = impedance(depth);
        double wanted =
                impedance / mobility * (free + DAMPING * side * hinges[joint].rate() + STIFFNESS * impedance * depth);
        force[joint] = Math.max(0, RELAXATION * wanted + (1 - RELAXATION) * force[joint]);
        return -side * force[joint];
    }

    /** MuJoCo's impedance curve of power 2 with midpoint 0.5. */
    private static double impedance(double depth) {
        double x = Math.min(depth / WIDTH, 1);
        double y = x < 0.5 ? 2 * x * x : 1 - 2 * (1 - x) * (1 - x);
        return Math.max(SMALLEST_IMPEDANCE, IMPEDANCE * y);
    }
}
