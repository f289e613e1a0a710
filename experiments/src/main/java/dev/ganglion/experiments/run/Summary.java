package dev.ganglion.experiments.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ganglion.agents.evaluation.Evaluation;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.config.RunConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * What came of a run, as it stands in {@code summary.json}.
 *
 * @param status how far it came
 * @param ganglion version that wrote the summary
 * @param environment canonical name of the environment
 * @param controller canonical name of the controller
 * @param learner canonical name of the learner
 * @param preset name of the preset beneath it, or {@code none}
 * @param seed seed of the run
 * @param parameters number of trainable values of the controller
 * @param steps environment steps of training
 * @param seconds wall-clock time of training, without evaluations
 * @param stepsPerSecond environment steps of training per second
 * @param before what the policy earned before training, without noise
 * @param after what it earned after training, without noise
 */
public record Summary(
        Status status,
        String ganglion,
        String environment,
        String controller,
        String learner,
        String preset,
        long seed,
        int parameters,
        long steps,
        double seconds,
        double stepsPerSecond,
        Optional<Score> before,
        Optional<Score> after) {
    /**
     * How far a run has come.
     *
     * @param status whether it goes on
     * @param parameters number of trainable values of the controller
     * @param steps environment steps of training
     * @param seconds wall-clock time of training, without evaluations
     */
    public record Progress(Status status, int parameters, long steps, double seconds) {}

    /** Whether a run goes on. */
    public enum Status {
        /** It goes on, or ended without saying so. */
        @JsonProperty("running")
        RUNNING,
        /** It was stopped and can be gone on with. */
        @JsonProperty("interrupted")
        INTERRUPTED,
        /** It took all its steps. */
        @JsonProperty("finished")
        FINISHED
    }

    /**
     * What a policy earned.
     *
     * @param returnMean mean return
     * @param returnStd standard deviation of the returns
     * @param episodes number of episodes
     * @param measurements means of the environment's measurements
     */
    public record Score(double returnMean, double returnStd, int episodes, Map<String, Double> measurements) {
        /** The score of an evaluation. */
        public static Score of(Evaluation evaluation) {
            return new Score(
                    evaluation.mean(),
                    evaluation.standardDeviation(),
                    evaluation.returns().size(),
                    evaluation.measurements());
        }
    }

    /** The summary of a run as it stands. */
    public static Summary of(RunConfig config, Progress progress, Optional<Score> before, Optional<Score> after) {
        return new Summary(
                progress.status(),
                config.version(),
                config.plan().environment().name(),
                config.plan().controller().name(),
                config.plan().learner().name(),
                config.preset(),
                config.plan().seed(),
                progress.parameters(),
                progress.steps(),
                progress.seconds(),
                progress.seconds() > 0 ? progress.steps() / progress.seconds() : 0,
                before,
                after);
    }

    /** How far the run had come. */
    public Progress progress() {
        return new Progress(status, parameters, steps, seconds);
    }

    /**
     * Reads the summary of a run.
     *
     * @throws InvalidInputException if it is missing or damaged
     */
    public static Summary read(Path file) {
        try {
            return JsonRecords.MAPPER.readValue(Files.readString(file), Summary.class);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("There is no " + file + "; the run has not begun", e);
        } catch (IOException | JacksonException e) {
            throw new InvalidInputException(file + " cannot be read; it is damaged or not a run's summary", e);
        }
    }

    /** Writes the summary. */
    public void write(Path file) {
        WholeFile.write(file, JsonRecords.MAPPER.writeValueAsString(this) + "\n");
    }
}
