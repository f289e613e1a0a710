package dev.ganglion.environments.swimmer;

import dev.ganglion.environments.physics.RigidBody;

/**
 * The fluid's drag on every link, along it, across it and against its turning, over one substep.
 *
 * <p>Each component obeys {@code m dv/dt = -(q|v| + l) v}, Bernoulli's equation, whose solution over a step h is taken
 * exactly: {@code v(h) = v e^(-lh/m) / (1 + q|v|/l (1 - e^(-lh/m)))}, or {@code v/(1 + q|v|h/m)} where l = 0. So a drag,
 * however strong, never turns a velocity round.
 *
 * <p>But applied to the links one by one it takes them for free bodies, and the hinges, which act only afterwards, undo
 * part of it; the fluid then seems too thin, in the first order of h. So the drag acts on the velocity that a link will
 * have half-way through the kick of hinges and motors, for which the kick of the last substep stands. (Ours: Strang's
 * splitting with a lagged kick.)
 */
final class FluidDrag {
    private final RigidBody[] links;
    private final Axis axial;
    private final Axis lateral;
    private final Axis angular;

    FluidDrag(ChainModel model, RigidBody[] links, double seconds) {
        this.links = links;
        double[] masses = new double[links.length];
        double[] inertias = new double[links.length];
        for (int k = 0; k < links.length; k++) {
            masses[k] = 1;
            inertias[k] = model.inertiaWithRotors(k);
        }
        axial = new Axis(model.axial(), masses, seconds);
        lateral = new Axis(model.lateral(), masses, seconds);
        angular = new Axis(model.rotational(), inertias, seconds);
    }

    /** Changes the links' velocities by the drag of a substep, {@code motion} being how they move at its beginning. */
    void apply(ChainMotion motion) {
        for (int k = 0; k < links.length; k++) {
            RigidBody link = links[k];
            double along = axial.change(k, motion.axial(k));
            double across = lateral.change(k, motion.lateral(k));
            double cos = link.cos();
            double sin = link.sin();
            link.changeVelocity(
                    -along * sin - across * cos, along * cos - across * sin, angular.change(k, motion.angular(k)));
        }
    }

    /** Drag in one direction on every link. */
    private static final class Axis {
        private final double[] quadratic;
        /** {@code e^(-lh/m)}. */
        private final double[] decay;
        /** {@code (1 - e^(-lh/m)) m/l}, which is h without viscosity. */
        private final double[] span;
        /** Velocity of each link as the drag left it at the last substep. */
        private final double[] left;

        Axis(ChainModel.Drag drag, double[] masses, double seconds) {
            quadratic = new double[masses.length];
            decay = new double[masses.length];
            span = new double[masses.length];
            left = new double[masses.length];
            for (int k = 0; k < masses.length; k++) {
                double linear = drag.linear() / masses[k];
                quadratic[k] = drag.quadratic() / masses[k];
                decay[k] = StrictMath.exp(-linear * seconds);
                span[k] = linear > 0 ? -StrictMath.expm1(-linear * seconds) / linear : seconds;
            }
        }

        double change(int link, double velocity) {
            double halfKick = 0.5 * (velocity - left[link]);
            double amid = velocity + halfKick;
            double change = amid * decay[link] / (1 + quadratic[link] * Math.abs(amid) * span[link]) - amid;
            left[link] = velocity + change;
            return change;
        }
    }
}
