package dev.ganglion.environments.swimmer;

import dev.ganglion.environments.random.RandomStreams;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Prints return, mean forward speed and cost of the default circuit's swim for several substeps and numbers of joints,
 * the reference in the last column. Run it with
 *
 * <pre>{@code
 * mvn -q -pl environments test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=dev.ganglion.environments.swimmer.Convergence
 * }</pre>
 */
public final class Convergence {
    private static final int EPISODES = 10;
    private static final int STEPS = 1000;
    private static final int[] SUBSTEPS = {3, 5, 6, 10, 15, 30};
    private static final int[] JOINTS = {3, 5, 7, 11};

    private Convergence() {}

    /** What a swimmer of either kind can do. */
    private interface Swimmer {
        void place(double headAngle, double[] jointAngles);

        void advance(double[] command);

        double jointAngle(int joint);

        double forwardSpeed();
    }

    /** Mean return and forward speed over the episodes, and control steps per second. */
    private record Result(double meanReturn, double speed, double stepsPerSecond) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    " %4.0f  %.4f m/s  %6.0f/s |",
                    meanReturn,
                    speed,
                    Math.round(stepsPerSecond / 100) * 100.0);
        }
    }

    /** Prints the table; takes a minute or so. */
    public static void main(String[] arguments) {
        swim(5, simulated(5, SwimmerBody.SUBSTEPS));
        StringBuilder table = new StringBuilder("| substep |");
        for (int joints : JOINTS) {
            table.append(' ').append(joints).append(" joints |");
        }
        table.append('\n');
        for (int substeps : SUBSTEPS) {
            table.append(String.format(Locale.ROOT, "| %.0f ms |", 30.0 / substeps));
            for (int joints : JOINTS) {
                table.append(swim(joints, simulated(joints, substeps)));
            }
            table.append('\n');
        }
        table.append("| reference |");
        for (int joints : JOINTS) {
            table.append(swim(joints, reference(joints)));
        }
        System.out.println(table);
    }

    private static Result swim(int joints, Swimmer swimmer) {
        double[] angles = new double[joints];
        double[] command = new double[joints];
        double limit = SwimmerParameters.STANDARD.withJoints(joints).jointLimit();
        double sum = 0;
        double speed = 0;
        long start = System.nanoTime();
        for (int episode = 0; episode < EPISODES; episode++) {
            RandomGenerator random = RandomStreams.named(episode, "convergence");
            double headAngle = random.nextDouble(-Math.PI, Math.PI);
            for (int joint = 0; joint < joints; joint++) {
                angles[joint] = random.nextDouble(-limit, limit);
            }
            swimmer.place(headAngle, angles);
            for (int step = 0; step < STEPS; step++) {
                for (int joint = 0; joint < joints; joint++) {
                    angles[joint] = swimmer.jointAngle(joint);
                }
                NcapFormula.DEFAULT.act(step, angles, command);
                swimmer.advance(command);
                speed += swimmer.forwardSpeed();
                sum += Math.max(0, Math.min(1, swimmer.forwardSpeed() / 0.1));
            }
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        int count = EPISODES * STEPS;
        return new Result(sum / EPISODES, speed / count, count / seconds);
    }

    private static Swimmer simulated(int joints, int substeps) {
        SwimmerBody body = new SwimmerBody(SwimmerParameters.STANDARD.withJoints(joints), substeps, 0, 0);
        return new Swimmer() {
            @Override
            public void place(double headAngle, double[] jointAngles) {
                body.place(headAngle, jointAngles);
            }

            @Override
            public void advance(double[] command) {
                body.advance(command);
            }

            @Override
            public double jointAngle(int joint) {
                return body.jointAngle(joint);
            }

            @Override
            public double forwardSpeed() {
                return body.forwardSpeed();
            }
        };
    }

    private static Swimmer reference(int joints) {
        ReferenceSwimmer body = new ReferenceSwimmer(joints, 0);
        return new Swimmer() {
            @Override
            public void place(double headAngle, double[] jointAngles) {
                body.place(headAngle, jointAngles);
            }

            @Override
            public void advance(double[] command) {
                body.advance(command);
            }

            @Override
            public double jointAngle(int joint) {
                return body.jointAngle(joint);
            }

            @Override
            public double forwardSpeed() {
                return body.forwardSpeed();
            }
        };
    }
}
