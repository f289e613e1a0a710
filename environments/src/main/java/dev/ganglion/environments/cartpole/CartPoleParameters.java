package dev.ganglion.environments.cartpole;

/**
 * What a cart-pole is made of, in SI units.
 *
 * @param cartMass mass of the cart in kg
 * @param poleMass mass of the pole in kg
 * @param poleLength length of the pole in m, from the hinge to its tip; a thick pole has a half ball more at both ends
 * @param poleRadius half the thickness of the pole in m; 0 for a thin rod
 * @param railFriction viscous friction of the cart on the rail in N s/m
 * @param hingeFriction viscous friction of the pole's hinge in N m s
 * @param force largest force on the cart in N
 * @param gravity gravity in m/s²
 * @param railEnd distance of the rail's stops from its middle in m; may be infinite
 * @param controlPeriodSeconds simulated time of one control step in s
 */
public record CartPoleParameters(
        double cartMass,
        double poleMass,
        double poleLength,
        double poleRadius,
        double railFriction,
        double hingeFriction,
        double force,
        double gravity,
        double railEnd,
        double controlPeriodSeconds) {
    /** Gymnasium's CartPole-v1 ({@code envs/classic_control/cartpole.py}), whose {@code length} is half the length. */
    public static final CartPoleParameters GYMNASIUM =
            new CartPoleParameters(1, 0.1, 1, 0, 0, 0, 10, 9.8, Double.POSITIVE_INFINITY, 0.02);

    /** The DeepMind Control Suite's ({@code suite/cartpole.xml}), whose stops are soft, however. */
    public static final CartPoleParameters CONTROL_SUITE =
            new CartPoleParameters(1, 0.1, 1, 0.045, 5e-4, 2e-6, 10, 9.81, 1.8, 0.01);

    /** Checks that there is a cart with a pole. */
    public CartPoleParameters {
        if (!(cartMass > 0) || !(poleMass > 0) || !(poleLength > 0) || !(controlPeriodSeconds > 0)) {
            throw new IllegalArgumentException("Masses, length and control period are positive, but " + cartMass
                    + " kg, " + poleMass + " kg, " + poleLength + " m and " + controlPeriodSeconds + " s were given");
        }
        if (!(railFriction >= 0) || !(hingeFriction >= 0) || !(force >= 0) || !(railEnd > 0)) {
            throw new IllegalArgumentException("Friction and force are not negative and the rail has a length, but "
                    + railFriction + " N s/m, " + hingeFriction + " N m s, " + force + " N and " + railEnd
                    + " m were given");
        }
    }

    /** Distance in m from the hinge to the pole's centre of mass. */
    double halfLength() {
        return poleLength / 2;
    }

    /** Moment of inertia of the pole about its centre of mass in kg m², of even density. */
    double poleInertia() {
        double square = poleRadius * poleRadius;
        // Volumes over π r²: of the cylinder, and of the two half balls together.
        double ball = 4.0 / 3 * poleRadius;
        double cylinderMass = poleMass * poleLength / (poleLength + ball);
        double ballMass = poleMass - cylinderMass;
        double half = halfLength();
        return cylinderMass * (poleLength * poleLength / 12 + square / 4)
                + ballMass * (square * 2 / 5 + half * half + poleRadius * half * 3 / 4);
    }
}
