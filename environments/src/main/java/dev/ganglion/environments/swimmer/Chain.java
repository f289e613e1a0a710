package dev.ganglion.environments.swimmer;

import dev.ganglion.environments.physics.Hinge;
import dev.ganglion.environments.physics.PlanarWorld;
import dev.ganglion.environments.physics.RigidBody;

/**
 * A chain of links in a fluid, in a world of its own, from the moment it is placed there.
 *
 * <p>Link k has its head end at {@code -½} and its tail end at {@code ½} on its own y axis; at angle 0 the head points
 * down the world's y axis. A positive hinge angle turns the link behind the hinge counter-clockwise.
 */
final class Chain {
    /*
     * Eight sweeps hold a chain of thirty hinges together under full and alternating motors; with four its fastest
     * links are visibly too fast. One position sweep nearly always ends within JBox2D's tolerance.
     */
    private static final int VELOCITY_ITERATIONS = 8;

    private static final int POSITION_ITERATIONS = 2;

    private final ChainModel model;
    private final double seconds;
    private final PlanarWorld world;
    private final RigidBody[] links;
    private final Hinge[] hinges;
    private final ChainMotion motion;
    private final FluidDrag drag;
    private final JointStops stops;
    /** Angular acceleration of each link over the last substep. */
    private final double[] acceleration;

    /**
     * Places a chain at rest with its head end at the origin.
     *
     * @param world is emptied first; its length unit is a link
     * @param model the chain
     * @param headAngle angle of the head link
     * @param jointAngles angle of each hinge
     * @param seconds length of a substep
     */
    Chain(PlanarWorld world, ChainModel model, double headAngle, double[] jointAngles, double seconds) {
        this.world = world;
        this.model = model;
        this.seconds = seconds;
        world.empty();
        links = new RigidBody[model.links()];
        hinges = new Hinge[model.joints()];
        double angle = headAngle;
        double x = 0;
        double y = 0;
        for (int k = 0; k < links.length; k++) {
            angle += k > 0 ? jointAngles[k - 1] : 0;
            // Strict, so that every machine starts an episode from the same bits.
            double axisX = -StrictMath.sin(angle);
            double axisY = StrictMath.cos(angle);
            links[k] = world.addBody(1, model.inertiaWithRotors(k), x + axisX / 2, y + axisY / 2, angle);
            x += axisX;
            y += axisY;
            if (k > 0) {
                hinges[k - 1] = world.addHinge(links[k - 1], 0.5, links[k], -0.5);
            }
        }
        motion = new ChainMotion(links);
        drag = new FluidDrag(model, links, seconds);
        stops = new JointStops(model, hinges);
        acceleration = new double[links.length];
    }

    RigidBody link(int index) {
        return links[index];
    }

    Hinge hinge(int index) {
        return hinges[index];
    }

    ChainMotion motion() {
        return motion;
    }

    /**
     * Advances by one substep.
     *
     * @param commands torque of each motor as a fraction of the largest, in [-1, 1]
     */
    void advance(double[] commands) {
        applyTorques(commands);
        drag.apply(motion);
        world.step(seconds, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
        for (int k = 0; k < links.length; k++) {
            acceleration[k] = (links[k].angularVelocity() - motion.angular(k)) / seconds;
        }
        motion.read();
    }

    private void applyTorques(double[] commands) {
        for (int joint = 0; joint < hinges.length; joint++) {
            double motor = model.motorTorque() * commands[joint];
            double jointAcceleration = acceleration[joint + 1] - acceleration[joint];
            double stop = stops.torque(joint, motor, jointAcceleration);
            hinges[joint].applyTorque(motor + stop);
            // A rotor resists the hinge's acceleration, not each link's: the links carry its inertia, and the
            // coupling is given back with the last substep's acceleration.
            links[joint].applyTorque(model.rotorInertia() * acceleration[joint + 1]);
            links[joint + 1].applyTorque(model.rotorInertia() * acceleration[joint]);
        }
    }
}
