package dev.ganglion.environments.stream;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.NumericException;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Signal;
import java.util.Arrays;

/** One environment with the episode it is in, recorded so that it can be replayed. */
final class RunningEpisode {
    private static final int FIRST_CAPACITY = 64;

    private final Environment environment;
    private final int index;
    private final long runSeed;
    private final int observationSize;
    private final int actionSize;
    private float[] actions;
    private long episode;
    private long seed;
    private int length;
    private double total;

    RunningEpisode(Environment environment, int index, long runSeed) {
        this.environment = environment;
        this.index = index;
        this.runSeed = runSeed;
        observationSize = environment.spec().observation().size();
        actionSize = environment.spec().action().size();
        actions = new float[FIRST_CAPACITY * actionSize];
    }

    EnvironmentSpec spec() {
        return environment.spec();
    }

    void begin(long number, float[] observations, int offset) {
        begin(number, RandomStreams.seed(runSeed, "run/env/" + index + "/reset/" + number), observations, offset);
    }

    private void begin(long number, long resetSeed, float[] observations, int offset) {
        episode = number;
        seed = resetSeed;
        length = 0;
        total = 0;
        try {
            environment.reset(seed, observations, offset);
            checkFinite(observations, offset);
        } catch (RuntimeException | Error e) {
            throw failure(e);
        }
    }

    /** The next episode. */
    void beginNext(float[] observations, int offset) {
        begin(episode + 1, observations, offset);
    }

    /** Brings the environment to where {@code progress} was taken. */
    void replay(EpisodeProgress progress, float[] observations, int offset) {
        begin(progress.episode(), progress.seed(), observations, offset);
        for (int at = 0; at < progress.actions().length; at += actionSize) {
            if (step(progress.actions(), at, observations, offset).isDone()) {
                throw failure(new InvalidInputException("the recorded episode ends too soon when it is replayed;"
                        + " the environment is not the one it was recorded in"));
            }
        }
    }

    StepStatus step(float[] given, int givenOffset, float[] observations, int offset) {
        record(given, givenOffset);
        try {
            StepStatus status = environment.step(given, givenOffset, observations, offset);
            checkFinite(observations, offset);
            if (!Double.isFinite(environment.reward())) {
                throw new NumericException("the reward is " + environment.reward());
            }
            length++;
            total += environment.reward();
            return status;
        } catch (RuntimeException | Error e) {
            throw failure(e);
        }
    }

    private void record(float[] given, int offset) {
        int end = length * actionSize;
        if (end == actions.length) {
            actions = Arrays.copyOf(actions, 2 * end);
        }
        System.arraycopy(given, offset, actions, end, actionSize);
    }

    private void checkFinite(float[] observations, int offset) {
        for (int i = 0; i < observationSize; i++) {
            if (!Float.isFinite(observations[offset + i])) {
                Signal signal = environment.spec().observation().signals().at(i);
                throw new NumericException("the observation " + signal.name() + " is " + observations[offset + i]);
            }
        }
    }

    /**
     * Checks what the environment is to do next.
     *
     * @throws ExperienceException if it is not finite, with the name of the command
     */
    void requireFiniteActions(float[] given, int offset) {
        for (int i = 0; i < actionSize; i++) {
            if (!Float.isFinite(given[offset + i])) {
                throw failure(new NumericException(
                        "the action " + environment.spec().action().component(i) + " is " + given[offset + i]));
            }
        }
    }

    boolean isAtStart() {
        return length == 0;
    }

    float reward() {
        return (float) environment.reward();
    }

    StepBatch.Ending ending(int time, StepStatus status, float[] observations, int offset) {
        float[] last = Arrays.copyOfRange(observations, offset, offset + observationSize);
        return new StepBatch.Ending(time, index, status, last, total, length, seed, environment.measurements());
    }

    EpisodeProgress progress() {
        return new EpisodeProgress(episode, seed, Arrays.copyOf(actions, length * actionSize));
    }

    private RuntimeException failure(Throwable cause) {
        return ExperienceException.at(
                "Environment " + index + " (" + environment.spec().name() + ") failed in its episode " + episode
                        + " of seed " + seed + " at step " + length,
                cause);
    }
}
