package dev.ganglion.experiments;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.run.RunFolder;
import dev.ganglion.experiments.run.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The same training from several seeds, a run directory each. */
public final class SeededTraining {
    private SeededTraining() {}

    /**
     * One of the runs.
     *
     * @param directory where it lies
     * @param summary what came of it
     */
    public record Trained(Path directory, Summary summary) {}

    /**
     * Trains one run after the other.
     *
     * @param configs the runs, which differ in their seeds
     * @param path new directory for theirs, {@code seed-1} and so on
     * @param listeners makes a listener for each run
     * @param stop asked after each update whether to stop there; the runs not yet begun are left out
     * @return the runs that were begun
     * @throws InvalidInputException if the directory holds something already or cannot be written
     */
    public static List<Trained> train(
            List<RunConfig> configs, Path path, Supplier<? extends SessionListener> listeners, BooleanSupplier stop) {
        RunFolder folder = RunFolder.create(path);
        List<Trained> runs = new ArrayList<>();
        for (RunConfig config : configs) {
            if (stop.getAsBoolean()) {
                break;
            }
            Path directory = folder.run("seed-" + config.plan().seed());
            runs.add(new Trained(
                    directory, TrainingSession.train(config, directory, Watching.STANDARD, listeners.get(), stop)));
        }
        return List.copyOf(runs);
    }
}
