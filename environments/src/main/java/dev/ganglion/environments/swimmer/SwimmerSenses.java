package dev.ganglion.environments.swimmer;

import dev.ganglion.environments.signal.Signal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a swimmer feels of itself: the angle of each joint and, if it is to, the velocities of each link, both from the
 * head on.
 *
 * @param body the swimmer
 * @param hasVelocities whether it feels velocities
 */
record SwimmerSenses(SwimmerBody body, boolean hasVelocities) {
    /** {@code joint/*}{@code /angle}. */
    List<Signal> angles() {
        SwimmerParameters parameters = body.parameters();
        double limit = parameters.jointLimit();
        List<Signal> signals = new ArrayList<>();
        for (int joint = 0; joint < parameters.joints(); joint++) {
            // The stops are soft: an angle may lie behind its limit by about 0.2 rad.
            signals.add(Signal.scalar("joint/" + joint + "/angle", "rad")
                    .within(-limit, limit)
                    .at(body.jointPosition(joint)));
        }
        return signals;
    }

    /** {@code link/*}{@code /velocity} and {@code link/*}{@code /angular-velocity}, or nothing. */
    List<Signal> velocities() {
        List<Signal> signals = new ArrayList<>();
        for (int link = 0; hasVelocities && link < body.parameters().links(); link++) {
            double position = body.linkPosition(link);
            signals.add(Signal.scalar("link/" + link + "/velocity", "m/s")
                    .withSize(2)
                    .at(position));
            signals.add(
                    Signal.scalar("link/" + link + "/angular-velocity", "rad/s").at(position));
        }
        return signals;
    }

    /** Writes the angles from an index on and returns the index after them. */
    int writeAngles(float[] observation, int offset) {
        int next = offset;
        for (int joint = 0; joint < body.parameters().joints(); joint++) {
            observation[next++] = (float) body.jointAngle(joint);
        }
        return next;
    }

    /** Writes the velocities, if there are any, from an index on and returns the index after them. */
    int writeVelocities(float[] observation, int offset) {
        int next = offset;
        for (int link = 0; hasVelocities && link < body.parameters().links(); link++) {
            observation[next++] = (float) body.linkVelocityX(link);
            observation[next++] = (float) body.linkVelocityY(link);
            observation[next++] = (float) body.linkAngularVelocity(link);
        }
        return next;
    }
}
