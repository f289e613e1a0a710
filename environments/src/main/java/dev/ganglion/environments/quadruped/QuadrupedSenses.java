package dev.ganglion.environments.quadruped;

import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** What a quadruped feels of itself and of the ground under its feet. */
final class QuadrupedSenses {
    private final QuadrupedBody body;
    private final Box space;

    QuadrupedSenses(QuadrupedBody body) {
        this.body = body;
        List<Signal> signals = new ArrayList<>();
        signals.add(Signal.scalar("torso/height", "m"));
        signals.add(Signal.scalar("torso/pitch", "rad"));
        signals.add(Signal.scalar("torso/velocity", "m/s").withSize(2));
        signals.add(Signal.scalar("torso/angular-velocity", "rad/s"));
        for (int joint = 0; joint < Leg.JOINTS; joint++) {
            signals.add(QuadrupedBody.jointSignal(joint, "angle", "rad")
                    .within(JointStop.of(joint).low(), JointStop.of(joint).high()));
        }
        addJoints(signals, "angular-velocity", "rad/s");
        addJoints(signals, "torque", "N m");
        for (Leg leg : Leg.ALL) {
            signals.add(footSignal(leg, "contact", "1").within(0, 1));
        }
        for (Leg leg : Leg.ALL) {
            signals.add(footSignal(leg, "force", "N").within(0, Double.POSITIVE_INFINITY));
        }
        for (int joint = 0; joint < Leg.JOINTS; joint++) {
            signals.add(QuadrupedBody.jointSignal(joint, "command", "1").within(-1, 1));
        }
        space = new Box(new Signals(signals));
    }

    private static void addJoints(List<Signal> signals, String what, String unit) {
        for (int joint = 0; joint < Leg.JOINTS; joint++) {
            signals.add(QuadrupedBody.jointSignal(joint, what, unit));
        }
    }

    private static Signal footSignal(Leg leg, String what, String unit) {
        return Signal.scalar("foot/" + leg.number() + "/" + what, unit)
                .at(leg.position())
                .on(leg.side());
    }

    /** All that is felt, in the order in which it is written. */
    Box space() {
        return space;
    }

    /** Writes all of it from an index on. */
    void write(float[] observation, int offset) {
        int next = offset;
        observation[next++] = (float) body.torsoHeight();
        observation[next++] = (float) body.pitch();
        observation[next++] = (float) body.torsoVelocityX();
        observation[next++] = (float) body.torsoVelocityY();
        observation[next++] = (float) body.pitchRate();
        int feet = Leg.ALL.size();
        next = write(observation, next, Leg.JOINTS, body::jointAngle);
        next = write(observation, next, Leg.JOINTS, body::jointRate);
        next = write(observation, next, Leg.JOINTS, body::jointTorque);
        next = write(observation, next, feet, foot -> body.isFootDown(foot) ? 1 : 0);
        next = write(observation, next, feet, body::footForce);
        write(observation, next, Leg.JOINTS, body::lastCommand);
    }

    private static int write(float[] observation, int offset, int count, IntToDoubleFunction sense) {
        for (int i = 0; i < count; i++) {
            observation[offset + i] = (float) sense.applyAsDouble(i);
        }
        return offset + count;
    }
}
