package dev.ganglion.environments.swimmer;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.List;
import java.util.OptionalInt;

/** The parameters that all tasks of the swimmer share. */
final class SwimmerOptions {
    private static final SwimmerParameters STANDARD = SwimmerParameters.STANDARD;

    private static final String FLUID = "fluid";
    private static final String NONE = "none";

    private SwimmerOptions() {}

    /** The options of the task of this name. */
    static OptionSet of(String task) {
        return OptionSet.of(
                task,
                new Option.Whole(
                        "joints", STANDARD.joints(), 2, 30, "", "Number of joints; the body has one link more."),
                new Option.Choice(
                        "medium",
                        FLUID,
                        List.of(FLUID, "agar"),
                        "Whether it swims in a fluid or crawls on agar, whose drag is linear and 40 times as strong"
                                + " across the body as along it."),
                new Option.Real("viscosity", Medium.SWIMMING.viscosity(), 0, 1, "Pa s", "Viscosity of the fluid."),
                new Option.Real("density", Medium.SWIMMING.density(), 500, 10_000, "kg/m^3", "Density of the fluid."),
                new Option.Real("link-length", STANDARD.linkLength(), 0.07, 0.2, "m", "Length of each link."),
                new Option.Real("link-mass", STANDARD.linkMass(), 0.005, 0.05, "kg", "Mass of each link."),
                new Option.Real("torque", STANDARD.motorTorque(), 1e-4, 1e-3, "N m", "Largest torque of each joint."),
                new Option.Text(
                        "dead-joint",
                        NONE,
                        NONE + "|[0-9]{1,2}",
                        "none, or the number of a joint from 0 at the head",
                        "A joint whose motor gives no torque."),
                Option.Choice.onOff("velocities", true, "Whether the links' velocities are observed."));
    }

    /**
     * The swimmer that the options describe.
     *
     * @throws InvalidInputException if they do not go together
     */
    static SwimmerBody body(Options options) {
        SwimmerParameters parameters = new SwimmerParameters(
                options.whole("joints"),
                options.real("link-length"),
                options.real("link-mass"),
                options.real("torque"),
                medium(options));
        return new SwimmerBody(parameters, deadJoint(options));
    }

    private static Medium medium(Options options) {
        Medium.Fluid fluid = new Medium.Fluid(options.real("density"), options.real("viscosity"));
        if (options.text("medium").equals(FLUID)) {
            return fluid;
        }
        if (!fluid.equals(Medium.SWIMMING)) {
            throw new InvalidInputException(options.canonicalName()
                    + ": density and viscosity are a fluid's; leave them out or take medium=fluid");
        }
        return Medium.AGAR;
    }

    private static OptionalInt deadJoint(Options options) {
        String text = options.text("dead-joint");
        if (text.equals(NONE)) {
            return OptionalInt.empty();
        }
        int joint = Integer.parseInt(text);
        int last = options.whole("joints") - 1;
        if (joint > last) {
            throw new InvalidInputException(
                    options.canonicalName() + ": dead-joint goes from 0 to " + last + ", the nearest is " + last);
        }
        return OptionalInt.of(joint);
    }
}
