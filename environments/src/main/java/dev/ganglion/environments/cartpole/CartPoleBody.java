package dev.ganglion.environments.cartpole;

import dev.ganglion.environments.control.Body;
import dev.ganglion.environments.physics.PlanarWorld;
import dev.ganglion.environments.render.Scene;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import dev.ganglion.environments.signal.Space;
import java.util.List;

/**
 * A cart that slides on a rail and carries a pole on a hinge; a force pushes the cart.
 *
 * <p>All measurements are in SI units, positive to the right; the pole's angle is positive where it leans to the right.
 */
public final class CartPoleBody implements Body {
    /** What can be commanded. */
    public enum Push {
        /** Full force to the left or to the right, and nothing between. */
        LEFT_OR_RIGHT,
        /** Any force up to the largest. */
        ANY
    }

    /** How a control step is integrated. */
    public enum Integration {
        /** One explicit Euler step, in which places move with the velocities from before it, as in CartPole-v1. */
        GYMNASIUM,
        /** Leapfrog steps of 5 ms or a little less, near to the exact motion. */
        FINE
    }

    private static final double LONGEST_SUBSTEP = 0.005;

    private static final double CART_HALF_WIDTH = 0.2;
    private static final double CART_HALF_HEIGHT = 0.1;
    private static final double THIN_POLE_DRAWN_RADIUS = 0.03;

    /** Half the length of the drawn rail where it has no stops, in m: the end of CartPole-v1. */
    private static final double DRAWN_RAIL_END = 2.4;

    /** Metres that a picture is wide. */
    private static final double VIEW_WIDTH = 4;

    private final CartPoleParameters parameters;
    private final Push push;
    private final Integration integration;
    private final int substeps;
    private final PlanarWorld world;
    private Assembly assembly;
    private double lastCommand;

    /** A cart-pole at rest in the middle of its rail, upright. */
    public CartPoleBody(CartPoleParameters parameters, Push push, Integration integration) {
        this(parameters, push, integration, (int)
                Math.ceil(parameters.controlPeriodSeconds() / LONGEST_SUBSTEP - 1e-6));
    }

    /** With another number of substeps a control step for the fine integration, as tests use. */
    CartPoleBody(CartPoleParameters parameters, Push push, Integration integration, int substeps) {
        this.parameters = parameters;
        this.push = push;
        this.integration = integration;
        this.substeps = substeps;
        world = Assembly.world(parameters);
        assembly = new Assembly(world, parameters, new CartPoleState(0, 0, 0, 0));
    }

    /** Begins anew with cart and pole. */
    public void place(CartPoleState state) {
        assembly = new Assembly(world, parameters, state);
        lastCommand = 0;
    }

    /** What it is made of. */
    public CartPoleParameters parameters() {
        return parameters;
    }

    /**
     * {@code cart/push}, a choice of {@code left} and {@code right}, or {@code cart/force}, as a fraction of the largest
     * force, from -1 to 1.
     */
    @Override
    public Space action() {
        return switch (push) {
            case LEFT_OR_RIGHT -> new Discrete("cart/push", List.of("left", "right"));
            case ANY -> new Box(Signals.of(Signal.scalar("cart/force", "1").within(-1, 1)));
        };
    }

    @Override
    public double controlPeriodSeconds() {
        return parameters.controlPeriodSeconds();
    }

    @Override
    public void advance(double[] command) {
        lastCommand = push == Push.ANY ? command[0] : 2 * command[0] - 1;
        double force = lastCommand * parameters.force();
        double seconds = parameters.controlPeriodSeconds();
        switch (integration) {
            case GYMNASIUM -> assembly.stepExplicitly(force, seconds);
            case FINE -> assembly.leap(force, seconds, substeps);
        }
    }

    /** Place of the cart on the rail in m, 0 in the middle. */
    public double cartPosition() {
        return assembly.cartPosition();
    }

    /** Velocity of the cart in m/s. */
    public double cartVelocity() {
        return assembly.cartVelocity();
    }

    /** Angle of the pole from the upright in rad, not wrapped. */
    public double poleAngle() {
        return assembly.poleAngle();
    }

    /** Rate of the pole's angle in rad/s. */
    public double poleAngularVelocity() {
        return assembly.poleAngularVelocity();
    }

    /** Force of the last step as a fraction of the largest, from -1 to 1; 0 before the first. */
    public double lastCommand() {
        return lastCommand;
    }

    /** Everything that moves. */
    public CartPoleState state() {
        return new CartPoleState(cartPosition(), cartVelocity(), poleAngle(), poleAngularVelocity());
    }

    /** The pole from its tip to the hinge, then the cart; the trail is the tip's. */
    @Override
    public Scene scene() {
        double x = cartPosition();
        double tipX = x + parameters.poleLength() * Math.sin(poleAngle());
        double tipY = parameters.poleLength() * Math.cos(poleAngle());
        double poleRadius = parameters.poleRadius() > 0 ? parameters.poleRadius() : THIN_POLE_DRAWN_RADIUS;
        double end = Math.min(parameters.railEnd(), DRAWN_RAIL_END);
        double body = CART_HALF_WIDTH - CART_HALF_HEIGHT;
        return new Scene(
                List.of(
                        new Scene.Link(tipX, tipY, x, 0, poleRadius),
                        new Scene.Link(x - body, 0, x + body, 0, CART_HALF_HEIGHT)),
                List.of(new Scene.Joint(x, 0, lastCommand)),
                List.of(new Scene.Point(-end, -CART_HALF_HEIGHT), new Scene.Point(end, -CART_HALF_HEIGHT)),
                List.of(),
                tipX,
                tipY,
                VIEW_WIDTH);
    }
}
