package dev.ganglion.environments.quadruped;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.control.TaskEnvironment;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.List;
import java.util.Locale;

/** The parameters that all tasks of the quadruped share. */
final class QuadrupedOptions {
    private static final int VERSION = 1;

    private static final Motors MOTORS = Motors.STANDARD;

    private QuadrupedOptions() {}

    /** The options of the task of this name. */
    static OptionSet of(String task) {
        return OptionSet.of(
                task,
                new Option.Choice(
                        "actuation",
                        "position",
                        List.of("position", "torque"),
                        "Whether a command is a target angle, approached through a spring and a damper, or a torque."),
                new Option.Real("torque", MOTORS.torque(), 5, 40, "N m", "Largest torque of each joint."),
                new Option.Real(
                        "stiffness", MOTORS.stiffness(), 10, 200, "N m/rad", "Stiffness of the spring to the target."),
                new Option.Real("damping", MOTORS.damping(), 0.5, 5, "N m s/rad", "Damping of that spring."),
                new Option.Real("payload", 0, 0, 10, "kg", "Mass strapped to the middle of the torso."),
                new Option.Real(
                        "friction",
                        QuadrupedParameters.STANDARD.friction(),
                        0.1,
                        1.5,
                        "",
                        "Coulomb friction between the feet and the ground."),
                new Option.Choice(
                        "terrain",
                        "flat",
                        List.of("flat", "slope", "steps", "rough"),
                        "What the ground is like from 1 m ahead of the start on."),
                new Option.Real(
                        "terrain-height",
                        0.04,
                        0,
                        0.3,
                        "m",
                        "Rise of a slope over each metre, height of a step, or largest height of rough ground."),
                new Option.Whole(
                        "terrain-seed", 0, 0, 1_000_000, "", "Decides steps and bumps; 0 draws new ones each episode."),
                new Option.Text(
                        "damage",
                        Damage.NONE,
                        Damage.PATTERN,
                        "none, or such as lock-fore-left-knee@10",
                        "What is locked, weakened or removed, a joint or a leg, and after how many seconds; several are"
                                + " joined by +."));
    }

    /** The environment that the options describe. */
    static Environment environment(Options options, Gait gait) {
        Motors motors = new Motors(
                Motors.Actuation.valueOf(options.text("actuation").toUpperCase(Locale.ROOT)),
                options.real("torque"),
                options.real("stiffness"),
                options.real("damping"));
        QuadrupedParameters parameters =
                new QuadrupedParameters(motors, options.real("payload"), options.real("friction"));
        QuadrupedBody body = new QuadrupedBody(parameters, Damage.parse(options.text("damage")));
        Ground ground = new Ground(
                Terrain.Kind.valueOf(options.text("terrain").toUpperCase(Locale.ROOT)),
                options.real("terrain-height"),
                options.whole("terrain-seed"));
        return new TaskEnvironment(options.canonicalName(), VERSION, body, new GaitTask(body, gait, ground));
    }
}
