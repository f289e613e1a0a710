package dev.ganglion.environments.cartpole;

import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.ArrayList;
import java.util.List;

/** The parameters that all tasks of the cart-pole share. */
final class CartPoleOptions {
    private CartPoleOptions() {}

    /**
     * The options of a task.
     *
     * @param task its name
     * @param standard where the defaults come from
     * @param further options of this task alone
     */
    static OptionSet of(String task, CartPoleParameters standard, Option... further) {
        List<Option> options = new ArrayList<>(List.of(further));
        options.addAll(List.of(
                new Option.Real("pole-length", standard.poleLength(), 0.25, 4, "m", "Length of the pole."),
                new Option.Real("pole-mass", standard.poleMass(), 0.01, 1, "kg", "Mass of the pole."),
                new Option.Real("cart-mass", standard.cartMass(), 0.5, 10, "kg", "Mass of the cart."),
                new Option.Real(
                        "friction",
                        standard.railFriction(),
                        0,
                        10,
                        "N s/m",
                        "Viscous friction of the cart on its rail."),
                new Option.Real(
                        "hinge-friction",
                        standard.hingeFriction(),
                        0,
                        0.1,
                        "N m s",
                        "Viscous friction of the pole's hinge."),
                new Option.Real("force", standard.force(), 1, 20, "N", "Largest force on the cart."),
                new Option.Real(
                        "period",
                        standard.controlPeriodSeconds(),
                        0.005,
                        0.04,
                        "s",
                        "Control period: simulated time of one step."),
                Option.Choice.onOff("velocities", true, "Whether the velocities of cart and pole are observed.")));
        return new OptionSet(task, options);
    }

    /** The cart-pole that the options describe; what they leave open comes from the standard. */
    static CartPoleParameters parameters(Options options, CartPoleParameters standard) {
        return new CartPoleParameters(
                options.real("cart-mass"),
                options.real("pole-mass"),
                options.real("pole-length"),
                standard.poleRadius(),
                options.real("friction"),
                options.real("hinge-friction"),
                options.real("force"),
                standard.gravity(),
                standard.railEnd(),
                options.real("period"));
    }
}
