package dev.ganglion.experiments.bench;

import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.Environments;
import java.util.List;

/**
 * Measures every registered environment alone, on one worker: how fast it steps, and then, in a stretch of its own, what
 * part of that is the physics engine's. Nothing is measured inside the environments, which therefore run as ever.
 *
 * @param seconds duration of one repeat, of the warm-up, and of the look at the engine's share
 * @param repeats number of repeats, of which the median counts
 * @param seed decides the random actions
 */
public record EnvironmentSurvey(double seconds, int repeats, long seed) {
    /**
     * What an environment costs under random actions, resets included.
     *
     * @param name the environment
     * @param rate of its control steps
     * @param engineShare share of the time inside JBox2D, from 0 to 1; NaN if the look at it was too short. Of n looks at
     *     the stack, 200 a second, its standard error is at most 1/(2√n)
     */
    public record Entry(String name, Rate rate, double engineShare) {}

    /** Measures one environment as it is by default. */
    public Entry measure(EnvironmentProvider provider) {
        EnvironmentChoice choice =
                new EnvironmentChoice(provider, provider.options().defaults());
        Stepping stepping = Stepping.atRandom(choice, seed);
        Rate rate = new Repeats(seconds, repeats).measure(stepping::run);
        return new Entry(choice.name(), rate, engineShare(stepping));
    }

    private double engineShare(Stepping stepping) {
        try (StackSampler sampler = new StackSampler()) {
            Stopwatch watch = new Stopwatch();
            for (long round = 0; watch.seconds() < seconds; round++) {
                stepping.run(round);
            }
            return sampler.stop(1).of(TimeShares.Work.ENGINE);
        }
    }

    /** Measures all of them, by name. */
    public List<Entry> run() {
        return Environments.all().stream().map(this::measure).toList();
    }
}
