package dev.ganglion.environments.swimmer;

import dev.ganglion.environments.physics.RigidBody;

/**
 * How the links of a chain move, in each link's own frame, with the chain held exactly together.
 *
 * <p>The engine's link velocities meet the hinges of the pose before the last step, not of the present one, which is
 * an error of the first order in the step. The velocities here are rebuilt from what a jointed chain leaves free, the
 * links' angular velocities and the velocity of the common centre of mass, and the present pose. This is how MuJoCo's
 * joint coordinates define them.
 */
final class ChainMotion {
    private final RigidBody[] links;
    private final double[] axial;
    private final double[] lateral;
    private final double[] angular;

    ChainMotion(RigidBody[] links) {
        this.links = links;
        axial = new double[links.length];
        lateral = new double[links.length];
        angular = new double[links.length];
    }

    /** Velocity of a link's centre towards the tail, in link lengths per second. */
    double axial(int link) {
        return axial[link];
    }

    /** Velocity of a link's centre in the direction in which its tail end swings when its angle grows. */
    double lateral(int link) {
        return lateral[link];
    }

    /** Angular velocity of a link, counter-clockwise. */
    double angular(int link) {
        return angular[link];
    }

    /** Reads the present velocities. */
    void read() {
        double meanX = 0;
        double meanY = 0;
        // Velocity of each link's centre relative to the head's, by the chain from head to tail.
        double x = 0;
        double y = 0;
        for (int k = 0; k < links.length; k++) {
            RigidBody link = links[k];
            if (k > 0) {
                RigidBody before = links[k - 1];
                x -= 0.5 * (before.angularVelocity() * before.cos() + link.angularVelocity() * link.cos());
                y -= 0.5 * (before.angularVelocity() * before.sin() + link.angularVelocity() * link.sin());
            }
            axial[k] = x;
            lateral[k] = y;
            angular[k] = link.angularVelocity();
            meanX += (link.velocityX() - x) / links.length;
            meanY += (link.velocityY() - y) / links.length;
        }
        for (int k = 0; k < links.length; k++) {
            double cos = links[k].cos();
            double sin = links[k].sin();
            double velocityX = axial[k] + meanX;
            double velocityY = lateral[k] + meanY;
            axial[k] = -velocityX * sin + velocityY * cos;
            lateral[k] = -velocityX * cos - velocityY * sin;
        }
    }
}
