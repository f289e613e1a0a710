package dev.ganglion.environments.swimmer;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.control.TaskEnvironment;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;

/** {@code swimmer/swim}: a worm-like chain swims ahead. */
public final class SwimProvider implements EnvironmentProvider {
    private static final int VERSION = 1;

    private static final SwimmerParameters STANDARD = SwimmerParameters.STANDARD;

    private static final OptionSet OPTIONS = OptionSet.of(
            "swimmer/swim",
            new Option.Whole("joints", STANDARD.joints(), 2, 30, "", "Number of joints; the body has one link more."),
            new Option.Real("viscosity", STANDARD.viscosity(), 0, 1, "Pa s", "Viscosity of the fluid."),
            new Option.Real("density", STANDARD.density(), 500, 10_000, "kg/m^3", "Density of the fluid."),
            new Option.Real("link-length", STANDARD.linkLength(), 0.07, 0.2, "m", "Length of each link."),
            new Option.Real("link-mass", STANDARD.linkMass(), 0.005, 0.05, "kg", "Mass of each link."),
            new Option.Real("torque", STANDARD.motorTorque(), 1e-4, 1e-3, "N m", "Largest torque of each joint."),
            Option.Choice.onOff("velocities", true, "Whether the links' velocities are observed."));

    @Override
    public String name() {
        return OPTIONS.owner();
    }

    @Override
    public String summary() {
        return "A worm-like chain of links swims ahead by bending its joints.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Environment create(Options options) {
        SwimmerBody body = new SwimmerBody(new SwimmerParameters(
                options.whole("joints"),
                options.real("link-length"),
                options.real("link-mass"),
                options.real("torque"),
                options.real("density"),
                options.real("viscosity")));
        SwimTask task = new SwimTask(body, options.isOn("velocities"));
        return new TaskEnvironment(options.canonicalName(), VERSION, body, task);
    }
}
