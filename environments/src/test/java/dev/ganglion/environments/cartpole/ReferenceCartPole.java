package dev.ganglion.environments.cartpole;

import java.util.function.UnaryOperator;

/** The cart-pole in double precision and reduced coordinates, without an engine. */
final class ReferenceCartPole {
    private ReferenceCartPole() {}

    /**
     * One step of Gymnasium's CartPole-v1 with its default constants: explicit Euler on the equations of Florian 2007,
     * "Correct equations for the dynamics of the cart-pole system" ({@code envs/classic_control/cartpole.py}).
     */
    static CartPoleState gymnasium(CartPoleState state, double force) {
        double gravity = 9.8;
        double poleMass = 0.1;
        double totalMass = 1.0 + poleMass;
        double halfLength = 0.5;
        double tau = 0.02;
        double sin = Math.sin(state.poleAngle());
        double cos = Math.cos(state.poleAngle());
        double rate = state.poleAngularVelocity();
        double pushed = (force + poleMass * halfLength * rate * rate * sin) / totalMass;
        double angular = (gravity * sin - cos * pushed) / (halfLength * (4.0 / 3.0 - poleMass * cos * cos / totalMass));
        double linear = pushed - poleMass * halfLength * angular * cos / totalMass;
        return new CartPoleState(
                state.cartPosition() + tau * state.cartVelocity(),
                state.cartVelocity() + tau * linear,
                state.poleAngle() + tau * rate,
                rate + tau * angular);
    }

    /**
     * The exact motion under a constant force, by ten Runge-Kutta steps on Lagrange's equations
     *
     * <pre>
     * (M + m) x" + m l cos(θ) θ" = F - b x' + m l θ'² sin(θ)
     * m l cos(θ) x" + (I + m l²) θ" = m g l sin(θ) - c θ'
     * </pre>
     */
    static CartPoleState exact(CartPoleParameters parameters, CartPoleState start, double force, double seconds) {
        int steps = 10;
        double h = seconds / steps;
        UnaryOperator<CartPoleState> rates = state -> rates(parameters, state, force);
        CartPoleState state = start;
        for (int i = 0; i < steps; i++) {
            CartPoleState k1 = rates.apply(state);
            CartPoleState k2 = rates.apply(moved(state, k1, h / 2));
            CartPoleState k3 = rates.apply(moved(state, k2, h / 2));
            CartPoleState k4 = rates.apply(moved(state, k3, h));
            state = moved(state, k1, h / 6);
            state = moved(state, k2, h / 3);
            state = moved(state, k3, h / 3);
            state = moved(state, k4, h / 6);
        }
        return state;
    }

    private static CartPoleState rates(CartPoleParameters parameters, CartPoleState state, double force) {
        double rate = state.poleAngularVelocity();
        double sin = Math.sin(state.poleAngle());
        double poleMoment = parameters.poleMass() * parameters.halfLength();
        double total = parameters.cartMass() + parameters.poleMass();
        double coupling = poleMoment * Math.cos(state.poleAngle());
        double inertia = parameters.poleInertia() + poleMoment * parameters.halfLength();
        double onCart = force - parameters.railFriction() * state.cartVelocity() + poleMoment * rate * rate * sin;
        double onPole = poleMoment * parameters.gravity() * sin - parameters.hingeFriction() * rate;
        double determinant = total * inertia - coupling * coupling;
        return new CartPoleState(
                state.cartVelocity(),
                (onCart * inertia - coupling * onPole) / determinant,
                rate,
                (total * onPole - coupling * onCart) / determinant);
    }

    private static CartPoleState moved(CartPoleState state, CartPoleState rates, double seconds) {
        return new CartPoleState(
                state.cartPosition() + seconds * rates.cartPosition(),
                state.cartVelocity() + seconds * rates.cartVelocity(),
                state.poleAngle() + seconds * rates.poleAngle(),
                state.poleAngularVelocity() + seconds * rates.poleAngularVelocity());
    }

    /** Kinetic and potential energy in J; 0 at rest with the pole level. */
    static double energy(CartPoleParameters parameters, CartPoleState state) {
        double poleMoment = parameters.poleMass() * parameters.halfLength();
        double inertia = parameters.poleInertia() + poleMoment * parameters.halfLength();
        double velocity = state.cartVelocity();
        double rate = state.poleAngularVelocity();
        double cos = Math.cos(state.poleAngle());
        return (parameters.cartMass() + parameters.poleMass()) * velocity * velocity / 2
                + poleMoment * cos * velocity * rate
                + inertia * rate * rate / 2
                + poleMoment * parameters.gravity() * cos;
    }

    /** Momentum along the rail in kg m/s. */
    static double momentum(CartPoleParameters parameters, CartPoleState state) {
        return (parameters.cartMass() + parameters.poleMass()) * state.cartVelocity()
                + parameters.poleMass()
                        * parameters.halfLength()
                        * Math.cos(state.poleAngle())
                        * state.poleAngularVelocity();
    }
}
