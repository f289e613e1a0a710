package dev.ganglion.environments;

import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Prints how fast environments step on one thread under random actions, resets included, in thousands of control steps
 * per second of the thread's own time: the best of five runs after a warm-up. Run it with
 *
 * <pre>{@code
 * mvn -q -pl environments test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=dev.ganglion.environments.Rates -Dexec.args="cartpole/balance swimmer/swim:joints=7"
 * }</pre>
 *
 * <p>Without arguments it takes every registered environment.
 */
public final class Rates {
    private static final int STEPS = 100_000;
    private static final int RUNS = 5;

    /** Actions drawn beforehand, so that their cost is not counted. */
    private static final int ACTIONS = 4096;

    private Rates() {}

    /** Prints the rates of the environments named, or of all. */
    public static void main(String[] names) {
        List<String> chosen = names.length > 0
                ? List.of(names)
                : Environments.all().stream().map(EnvironmentProvider::name).toList();
        for (String name : chosen) {
            Environment environment = Environments.parse(name).create();
            measure(environment);
            double best = 0;
            for (int run = 0; run < RUNS; run++) {
                best = Math.max(best, measure(environment));
            }
            System.out.println(String.format(Locale.ROOT, "| %s | %.0fk steps/s |", name, best / 1000));
        }
    }

    private static double measure(Environment environment) {
        int size = environment.spec().action().size();
        float[] actions = actions(environment, size);
        float[] observation = new float[environment.spec().observation().size()];
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int seed = 0;
        StepStatus status = StepStatus.TERMINATED;
        for (int step = 0; step < STEPS; step++) {
            if (status.isDone()) {
                environment.reset(seed++, observation, 0);
            }
            status = environment.step(actions, step % ACTIONS * size, observation, 0);
        }
        return STEPS / ((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) * 1e-9);
    }

    private static float[] actions(Environment environment, int size) {
        RandomGenerator random = RandomStreams.named(1, "actions");
        float[] actions = new float[ACTIONS * size];
        for (int i = 0; i < actions.length; i++) {
            if (environment.spec().action() instanceof Discrete choice) {
                actions[i] = random.nextInt(choice.choices().size());
            } else if (environment.spec().action() instanceof Box box) {
                var signal = box.signals().list().get(0);
                actions[i] = random.nextFloat((float) signal.low(), (float) signal.high());
            }
        }
        return actions;
    }
}
