package dev.ganglion.experiments;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.render.AnimatedGif;
import dev.ganglion.environments.render.Film;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.picture.LearningCurve;
import dev.ganglion.experiments.run.RunDirectory;
import dev.ganglion.experiments.run.Summary;
import dev.ganglion.experiments.run.WholeFile;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Draws what a run has learned. */
public final class Pictures {
    private Pictures() {}

    /** Draws the learning curve into the run's directory. */
    static void drawCurve(RunDirectory directory, RunConfig config, Summary summary) {
        WholeFile.write(
                directory.learningCurve(), curve(directory, config, summary).svg());
    }

    /** Draws the body in motion into the run's directory. */
    static void drawFilm(RunDirectory directory, RunConfig config, Checkpoint checkpoint) {
        EnvironmentChoice environment = config.plan().environment();
        Environment body = environment.create();
        try (Policy policy = Policy.trained(config.plan().controller(), body.spec(), checkpoint, Map.of())) {
            String title =
                    environment.name() + " · " + config.plan().controller().name();
            WholeFile.write(
                    directory.path().resolve(stem(environment) + ".gif"),
                    AnimatedGif.of(film(body, policy, Run.EVALUATION_SEED, Double.POSITIVE_INFINITY, title)));
        }
    }

    /** What files that show the environment are called: the last part of its name. */
    public static String stem(EnvironmentChoice environment) {
        String name = environment.provider().name();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /**
     * An episode without noise.
     *
     * @param seed decides the episode; seed s shows the first episode of an evaluation with seed s
     * @param seconds simulated time after which the film ends, in seconds; infinite for the whole episode
     */
    public static Film film(Environment environment, Policy policy, long seed, double seconds, String title) {
        return new Filming(environment, policy).film(seed, seconds, title);
    }

    /**
     * The same with what the controller's neurons do.
     *
     * @throws InvalidInputException if the controller has no neurons with names
     */
    public static Film filmWithNeurons(
            Environment environment, Policy policy, long seed, double seconds, String title) {
        return new Filming(environment, policy).withNeurons().film(seed, seconds, title);
    }

    private static LearningCurve curve(RunDirectory directory, RunConfig config, Summary summary) {
        String subtitle = String.format(
                Locale.ROOT,
                "%s, %,d steps, seed %d, %,d trained parameter%s",
                config.plan().learner().provider().name(),
                summary.steps(),
                summary.seed(),
                summary.parameters(),
                summary.parameters() == 1 ? "" : "s");
        return new LearningCurve(
                config.plan().environment().name() + ", "
                        + config.plan().controller().name(),
                subtitle,
                directory.trainingEpisodes(),
                summary.steps(),
                mean(summary.before()),
                mean(summary.after()));
    }

    private static OptionalDouble mean(Optional<Summary.Score> score) {
        return score.isPresent() ? OptionalDouble.of(score.get().returnMean()) : OptionalDouble.empty();
    }
}
