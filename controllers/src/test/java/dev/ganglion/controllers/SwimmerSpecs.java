package dev.ganglion.controllers;

import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.ArrayList;
import java.util.List;

/** The signals of a swimmer, written down by hand, so that controllers are tested without physics. */
public final class SwimmerSpecs {
    private SwimmerSpecs() {}

    /** A swimmer with so many joints: {@code joints} angles and {@code 3 (joints + 1)} velocities. */
    public static EnvironmentSpec swimmer(int joints, Signal... further) {
        List<Signal> observed = new ArrayList<>();
        List<Signal> commanded = new ArrayList<>();
        double limit = 2 * Math.PI / (joints + 1);
        for (int joint = 0; joint < joints; joint++) {
            double position = (joint + 1.0) / (joints + 1);
            observed.add(Signal.scalar("joint/" + joint + "/angle", "rad")
                    .within(-limit, limit)
                    .at(position));
            commanded.add(Signal.scalar("joint/" + joint + "/torque", "1")
                    .within(-1, 1)
                    .at(position));
        }
        for (int link = 0; link <= joints; link++) {
            observed.add(
                    Signal.scalar("link/" + link + "/velocity", "m/s and rad/s").withSize(3));
        }
        observed.addAll(List.of(further));
        return new EnvironmentSpec(
                "swimmer/test", 1, new Box(new Signals(observed)), new Box(new Signals(commanded)), 0.03, 1000);
    }
}
