package dev.ganglion.environments.cartpole;

import dev.ganglion.environments.physics.Hinge;
import dev.ganglion.environments.physics.PlanarWorld;
import dev.ganglion.environments.physics.RigidBody;

/**
 * A cart and its pole in a world of their own from the moment they are placed there; the rail is the x axis.
 *
 * <p>The engine sees two bodies held together by joints. Left to itself it takes their velocities to the joints of each
 * new pose as a blow that takes energy: a freely swinging pole loses a fifth of it in ten seconds at 2.5 ms a step. So
 * the engine is asked for velocities alone; places follow from the two that cart and hinge leave free, the cart's
 * velocity and the pole's rate, and so does the velocity of the pole's centre, with what it takes to stay on its circle.
 */
final class Assembly {
    /* Each sweep over rail and hinge leaves an error of about the share of the pole in the whole mass. */
    private static final int VELOCITY_ITERATIONS = 10;

    /** None: bodies are put where their joints want them. */
    private static final int POSITION_ITERATIONS = 0;

    private final CartPoleParameters parameters;
    private final PlanarWorld world;
    private final RigidBody cart;
    private final RigidBody pole;
    private final Hinge hinge;
    /** Accelerations over the last step of velocities. */
    private double cartAcceleration;

    private double poleAcceleration;

    /**
     * Puts both into a world.
     *
     * @param world one of {@link #world}; it is emptied first
     */
    Assembly(PlanarWorld world, CartPoleParameters parameters, CartPoleState state) {
        this.world = world;
        this.parameters = parameters;
        world.empty();
        double half = parameters.halfLength();
        // The cart cannot turn, so any inertia will do. The rail begins to count where the cart is now.
        cart = world.addBody(parameters.cartMass(), parameters.cartMass(), 0, 0, 0);
        world.addRail(cart, -parameters.railEnd(), parameters.railEnd());
        pole = world.addBody(parameters.poleMass(), parameters.poleInertia(), 0, half, 0);
        hinge = world.addHinge(cart, 0, pole, -half);
        move(onRail(state.cartPosition()), state.poleAngle());
        cart.changeVelocity(state.cartVelocity(), 0, 0);
        pole.changeVelocity(0, 0, -state.poleAngularVelocity());
        setPoleVelocity(0);
    }

    /** An empty world for a cart and its pole. */
    static PlanarWorld world(CartPoleParameters parameters) {
        return new PlanarWorld(0, -parameters.gravity());
    }

    double cartPosition() {
        return cart.x();
    }

    double cartVelocity() {
        return cart.velocityX();
    }

    double poleAngle() {
        return -pole.angle();
    }

    double poleAngularVelocity() {
        return -pole.angularVelocity();
    }

    /**
     * Advances by leapfrog steps: half a step of velocities, a step of places, half a step of velocities.
     *
     * @param force force on the cart
     * @param seconds time to advance
     * @param substeps number of leapfrog steps
     */
    void leap(double force, double seconds, int substeps) {
        double step = seconds / substeps;
        double position = cartPosition();
        double angle = poleAngle();
        accelerate(force, step / 2, step / 4);
        for (int substep = 1; substep <= substeps; substep++) {
            position = onRail(position + step * cartVelocity());
            angle += step * poleAngularVelocity();
            move(position, angle);
            double time = substep < substeps ? step : step / 2;
            accelerate(force, time, time / 2);
        }
        move(position, angle);
    }

    /** Advances by one explicit Euler step: places move with the velocities from before it. */
    void stepExplicitly(double force, double seconds) {
        double position = onRail(cartPosition() + seconds * cartVelocity());
        double angle = poleAngle() + seconds * poleAngularVelocity();
        accelerate(force, seconds, 0);
        move(position, angle);
    }

    /**
     * Lets the engine find the velocities a little later, from the forces and the joints of the present pose. Where it
     * leaves the bodies means nothing.
     *
     * @param ahead how many seconds ahead the velocities are guessed on which friction and the pole's pull at its hinge
     *     depend; with half of {@code seconds} the error is of the second order, as a leapfrog's should be
     */
    private void accelerate(double force, double seconds, double ahead) {
        double velocityBefore = cartVelocity();
        double rateBefore = poleAngularVelocity();
        double velocity = velocityBefore + ahead * cartAcceleration;
        double rate = rateBefore + ahead * poleAcceleration;
        // Friction that could stop the motion within two steps might turn it round.
        double railFriction = Math.min(parameters.railFriction(), parameters.cartMass() / (2 * seconds));
        double hingeFriction = Math.min(parameters.hingeFriction(), parameters.poleInertia() / (2 * seconds));
        cart.applyForce(force - railFriction * velocity, 0);
        hinge.applyTorque(hingeFriction * rate);
        setPoleVelocity(seconds * rate * rate);
        world.step(seconds, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
        cartAcceleration = (cartVelocity() - velocityBefore) / seconds;
        poleAcceleration = (poleAngularVelocity() - rateBefore) / seconds;
    }

    /**
     * Makes the velocity of the pole's centre what cart and hinge make it.
     *
     * @param outward speed over the distance from the hinge that it has besides, away from the hinge: that which the
     *     hinge takes away again in a step as the pole turns
     */
    private void setPoleVelocity(double outward) {
        double half = parameters.halfLength();
        double rate = poleAngularVelocity();
        double sin = -pole.sin();
        double cos = pole.cos();
        pole.changeVelocity(
                cartVelocity() + half * (rate * cos + outward * sin) - pole.velocityX(),
                half * (outward * cos - rate * sin) - pole.velocityY(),
                0);
    }

    private double onRail(double position) {
        return Math.max(-parameters.railEnd(), Math.min(parameters.railEnd(), position));
    }

    /** Poses cart and pole; the engine's angles are counter-clockwise, a pole's are clockwise. */
    private void move(double position, double angle) {
        double half = parameters.halfLength();
        cart.moveTo(position, 0, 0);
        // Strict, so that every machine poses them with the same bits.
        pole.moveTo(position + half * StrictMath.sin(angle), half * StrictMath.cos(angle), -angle);
    }
}
