package dev.ganglion.agents.evaluation;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.NumericException;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Space;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Episodes that are watched side by side until the last of them ends. */
final class EpisodeGroup {
    private final List<Environment> environments;
    private final EpisodeActor actor;
    private final long seed;
    private final int first;
    private final int observationSize;
    private final int actionSize;
    private final float[] observations;
    private final float[] actions;
    private final boolean[] running;
    private final double[] totals;
    private final int[] lengths;
    private final List<LifeRecorder> lives;

    /**
     * One episode in each environment.
     *
     * @param first number of the first episode
     * @param windows of how many time limits each is a {@link Life}; 0 for ordinary episodes
     */
    EpisodeGroup(List<Environment> environments, EpisodeActor actor, long seed, int first, int windows) {
        this.environments = environments;
        this.actor = actor;
        this.seed = seed;
        this.first = first;
        observationSize = environments.get(0).spec().observation().size();
        actionSize = environments.get(0).spec().action().size();
        observations = new float[environments.size() * observationSize];
        actions = new float[environments.size() * actionSize];
        running = new boolean[environments.size()];
        totals = new double[environments.size()];
        lengths = new int[environments.size()];
        int limit = environments.get(0).spec().timeLimitSteps();
        lives = Stream.generate(() -> new LifeRecorder(limit, windows))
                .limit(windows == 0 ? 0 : environments.size())
                .toList();
    }

    List<Episode> run() {
        for (int slot = 0; slot < running.length; slot++) {
            environments.get(slot).reset(resetSeed(slot), observations, slot * observationSize);
            actor.begin(slot, first + slot);
        }
        Arrays.fill(running, true);
        for (int left = running.length; left > 0; ) {
            actor.act(observations, running, actions);
            for (int slot = 0; slot < running.length; slot++) {
                if (running[slot]) {
                    running[slot] = step(slot);
                    left -= running[slot] ? 0 : 1;
                }
            }
        }
        return IntStream.range(0, running.length)
                .mapToObj(slot -> new Episode(
                        totals[slot],
                        lengths[slot],
                        measurements(slot),
                        lives.isEmpty()
                                ? Optional.empty()
                                : Optional.of(lives.get(slot).life())))
                .toList();
    }

    private Map<String, Double> measurements(int slot) {
        Map<String, Double> measurements = new TreeMap<>(environments.get(slot).measurements());
        measurements.putAll(actor.measured(slot));
        return measurements;
    }

    private long resetSeed(int slot) {
        return RandomStreams.seed(seed, "evaluation/" + (first + slot) + "/reset");
    }

    /** Whether the slot's episode goes on. */
    private boolean step(int slot) {
        Environment environment = environments.get(slot);
        OptionalDouble weight = lives.isEmpty() ? OptionalDouble.empty() : actor.largestWeight(slot);
        if (!lives.isEmpty() && !isSound(slot, weight)) {
            lives.get(slot).fail();
            return false;
        }
        requireFinite(slot, "the action ", environment.spec().action(), actions);
        StepStatus status = environment.step(actions, slot * actionSize, observations, slot * observationSize);
        requireFinite(slot, "the observation ", environment.spec().observation(), observations);
        if (!Double.isFinite(environment.reward())) {
            throw failure(slot, "the reward", environment.reward());
        }
        totals[slot] += environment.reward();
        lengths[slot]++;
        return lives.isEmpty() ? !status.isDone() : live(slot, status, weight);
    }

    /** Takes note of a step of a life, and prolongs the episode at its limit. */
    private boolean live(int slot, StepStatus status, OptionalDouble weight) {
        LifeRecorder life = lives.get(slot);
        life.step(environments.get(slot).reward(), weight);
        if (status == StepStatus.TRUNCATED && life.isComplete()) {
            return false;
        }
        if (status == StepStatus.TRUNCATED && environments.get(slot).prolong()) {
            return true;
        }
        if (status.isDone()) {
            life.fail();
        }
        return !status.isDone();
    }

    /** Whether weights and actions are numbers; unstable weights may have grown beyond all. */
    private boolean isSound(int slot, OptionalDouble weight) {
        boolean isSound = Double.isFinite(weight.orElse(0));
        for (int i = slot * actionSize; i < (slot + 1) * actionSize; i++) {
            isSound &= Float.isFinite(actions[i]);
        }
        return isSound;
    }

    private void requireFinite(int slot, String what, Space space, float[] values) {
        int at = slot * space.size();
        for (int i = 0; i < space.size(); i++) {
            if (!Float.isFinite(values[at + i])) {
                throw failure(slot, what + space.component(i), values[at + i]);
            }
        }
    }

    private NumericException failure(int slot, String what, double value) {
        return new NumericException("In episode " + (first + slot) + " of "
                + environments.get(slot).spec().name() + ", reset with seed " + resetSeed(slot) + ", " + what + " is "
                + value + " at step " + lengths[slot]);
    }
}
