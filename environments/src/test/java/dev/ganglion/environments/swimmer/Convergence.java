package dev.ganglion.environments.swimmer;

import dev.ganglion.environments.random.RandomStreams;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Prints how the swim of NCAP's formula depends on the substep: return, mean forward speed and control steps per second
 * of one core's time, for several numbers of joints, with the reference in the last row; then the returns at the
 * default substep for other weights and fluids. Run it with
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
    private static final SwimmerParameters STANDARD = SwimmerParameters.STANDARD;

    private Convergence() {}

    /** What a swimmer of either kind can do. */
    private interface Swimmer {
        void place(double headAngle, double[] jointAngles);

        void advance(double[] command);

        double jointAngle(int joint);

        double forwardSpeed();
    }

    /** Fills the commands for a step of an episode from the joint angles. */
    private interface Actor {
        void act(RandomGenerator random, int step, double[] jointAngles, double[] command);
    }

    /** Mean and standard deviation of the return, mean forward speed in m/s, and control steps per second. */
    private record Result(double mean, double deviation, double speed, double stepsPerSecond) {}

    /** Prints the tables; takes a minute or so. */
    public static void main(String[] arguments) {
        swim(5, simulated(STANDARD, SwimmerBody.SUBSTEPS), circuit(1));
        printConvergence();
        printReturns();
    }

    private static void printConvergence() {
        StringBuilder table = new StringBuilder("| substep |");
        for (int joints : JOINTS) {
            table.append(' ').append(joints).append(" joints |");
        }
        for (int substeps : SUBSTEPS) {
            table.append(String.format(Locale.ROOT, "%n| %.0f ms |", 30.0 / substeps));
            for (int joints : JOINTS) {
                table.append(cell(swim(joints, simulated(STANDARD.withJoints(joints), substeps), circuit(1))));
            }
        }
        table.append(String.format("%n| reference |"));
        for (int joints : JOINTS) {
            table.append(cell(swim(joints, reference(joints), circuit(1))));
        }
        System.out.println(table);
    }

    private static String cell(Result result) {
        return String.format(
                Locale.ROOT, " %.0f, %.4f m/s, %.0fk/s |", result.mean, result.speed, result.stepsPerSecond / 1000);
    }

    private static void printReturns() {
        Actor noisy = (random, step, angles, command) -> {
            circuit(1).act(random, step, angles, command);
            for (int joint = 0; joint < command.length; joint++) {
                command[joint] = Math.max(-1, Math.min(1, command[joint] + 0.1 * random.nextGaussian()));
            }
        };
        Actor aimless = (random, step, angles, command) -> {
            for (int joint = 0; joint < command.length; joint++) {
                command[joint] = random.nextDouble(-1, 1);
            }
        };
        for (int joints : JOINTS) {
            printReturn(joints + " joints", STANDARD.withJoints(joints), circuit(1));
        }
        printReturn("prop 2", STANDARD, circuit(2));
        printReturn("prop 0", STANDARD, circuit(0));
        printReturn("action noise 0.1", STANDARD, noisy);
        printReturn("viscosity 0.01 Pa s", STANDARD.in(new Medium.Fluid(3000, 0.01)), circuit(1));
        printReturn("random actions", STANDARD, aimless);
    }

    private static void printReturn(String label, SwimmerParameters parameters, Actor actor) {
        Result result = swim(parameters.joints(), simulated(parameters, SwimmerBody.SUBSTEPS), actor);
        System.out.printf(Locale.ROOT, "| %s | %.0f ± %.0f |%n", label, result.mean, result.deviation);
    }

    private static Actor circuit(double proprioception) {
        NcapFormula formula = new NcapFormula(proprioception, 1, 1, -1);
        return (random, step, angles, command) -> formula.act(step, angles, command);
    }

    private static Result swim(int joints, Swimmer swimmer, Actor actor) {
        double[] angles = new double[joints];
        double[] command = new double[joints];
        double limit = STANDARD.withJoints(joints).jointLimit();
        double sum = 0;
        double squares = 0;
        double speed = 0;
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int episode = 0; episode < EPISODES; episode++) {
            RandomGenerator random = RandomStreams.named(episode, "convergence");
            double headAngle = random.nextDouble(-Math.PI, Math.PI);
            for (int joint = 0; joint < joints; joint++) {
                angles[joint] = random.nextDouble(-limit, limit);
            }
            swimmer.place(headAngle, angles);
            double episodeReturn = 0;
            for (int step = 0; step < STEPS; step++) {
                for (int joint = 0; joint < joints; joint++) {
                    angles[joint] = swimmer.jointAngle(joint);
                }
                actor.act(random, step, angles, command);
                swimmer.advance(command);
                speed += swimmer.forwardSpeed() / (EPISODES * STEPS);
                episodeReturn += Math.max(0, Math.min(1, swimmer.forwardSpeed() / 0.1));
            }
            sum += episodeReturn;
            squares += episodeReturn * episodeReturn;
        }
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) * 1e-9;
        double mean = sum / EPISODES;
        double deviation = Math.sqrt(Math.max(0, squares - EPISODES * mean * mean) / (EPISODES - 1));
        return new Result(mean, deviation, speed, EPISODES * STEPS / seconds);
    }

    private static Swimmer simulated(SwimmerParameters parameters, int substeps) {
        SwimmerBody body = new SwimmerBody(parameters, substeps, 0, 0);
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
