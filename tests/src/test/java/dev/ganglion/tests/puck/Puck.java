package dev.ganglion.tests.puck;

import dev.ganglion.environments.control.Body;
import dev.ganglion.environments.physics.PlanarWorld;
import dev.ganglion.environments.physics.RigidBody;
import dev.ganglion.environments.render.Scene;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import dev.ganglion.environments.signal.Space;
import java.util.List;

/** A puck on a straight rail, pushed by a force; SI units, positive to the right. */
final class Puck implements Body {
    /** Half the length of the rail, in m. */
    static final double RAIL_END = 1;

    private static final double CONTROL_PERIOD = 0.02;
    private static final int SUBSTEPS = 4;
    private static final double LARGEST_FORCE = 2;
    private static final double RADIUS = 0.1;

    private final double mass;
    private PlanarWorld world = new PlanarWorld(0, 0);
    private RigidBody puck = world.addBody(1, 1, 0, 0, 0);
    private double lastCommand;

    Puck(double mass) {
        this.mass = mass;
        place(0);
    }

    /** Puts the puck at rest into a new world. */
    void place(double position) {
        world = new PlanarWorld(0, 0);
        puck = world.addBody(mass, mass * RADIUS * RADIUS / 2, 0, 0, 0);
        world.addRail(puck, -RAIL_END, RAIL_END);
        puck.moveTo(position, 0, 0);
        lastCommand = 0;
    }

    /** Place on the rail in m, 0 in the middle. */
    double position() {
        return puck.x();
    }

    /** Velocity in m/s. */
    double velocity() {
        return puck.velocityX();
    }

    /** {@code puck/force}: the force over the largest, from -1 to 1. */
    @Override
    public Space action() {
        return new Box(Signals.of(Signal.scalar("puck/force", "1").within(-1, 1)));
    }

    @Override
    public double controlPeriodSeconds() {
        return CONTROL_PERIOD;
    }

    @Override
    public void advance(double[] command) {
        lastCommand = command[0];
        for (int substep = 0; substep < SUBSTEPS; substep++) {
            puck.applyForce(LARGEST_FORCE * lastCommand, 0);
            world.step(CONTROL_PERIOD / SUBSTEPS, 4, 2);
        }
    }

    @Override
    public Scene scene() {
        double x = position();
        return new Scene(
                List.of(new Scene.Link(x, RADIUS, x, RADIUS, RADIUS)),
                List.of(new Scene.Joint(x, RADIUS, lastCommand)),
                List.of(new Scene.Point(-RAIL_END - RADIUS, 0), new Scene.Point(RAIL_END + RADIUS, 0)),
                List.of(),
                x,
                RADIUS,
                3);
    }
}
