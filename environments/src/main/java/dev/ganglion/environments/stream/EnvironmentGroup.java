package dev.ganglion.environments.stream;

import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.vector.WorldLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Environments that act together, and the actor that acts for them. Used by one worker. */
final class EnvironmentGroup {
    private final ExperiencePlan plan;
    private final int index;
    private final int first;
    private final GroupActor actor;
    private final EnvironmentSpec spec;
    private final List<RunningEpisode> episodes;
    private final int observationSize;
    private final int actionSize;
    private final float[] observations;
    private final float[] actions;
    private final boolean[] starts;

    /** Creates the environments in the worker's loader and begins, or replays, their episodes. */
    EnvironmentGroup(ExperiencePlan plan, int index, GroupActor actor, WorldLoader worlds) {
        this.plan = plan;
        this.index = index;
        this.actor = actor;
        first = plan.grouping().first(index);
        int size = plan.grouping().size(index);
        episodes = IntStream.range(0, size)
                .mapToObj(i -> new RunningEpisode(worlds.create(plan.environment()), first + i, plan.seed()))
                .toList();
        spec = episodes.get(0).spec();
        observationSize = spec.observation().size();
        actionSize = spec.action().size();
        observations = new float[size * observationSize];
        actions = new float[size * actionSize];
        starts = new boolean[size];
        begin();
    }

    private void begin() {
        for (int i = 0; i < episodes.size(); i++) {
            RunningEpisode episode = episodes.get(i);
            if (plan.progress().isEmpty()) {
                episode.begin(0, observations, i * observationSize);
            } else {
                episode.replay(plan.progress().get(first + i), observations, i * observationSize);
            }
            starts[i] = episode.isAtStart();
        }
    }

    EnvironmentSpec spec() {
        return spec;
    }

    /**
     * Takes all steps of a batch.
     *
     * @param stopped asked before each step; the batch is left unfinished once it says yes
     * @return the episodes that ended, by time, then environment
     */
    List<StepBatch.Ending> collect(BatchBuilder batch, BooleanSupplier stopped) {
        List<StepBatch.Ending> endings = new ArrayList<>();
        for (int time = 0; time < batch.steps() && !stopped.getAsBoolean(); time++) {
            batch.observe(time, first, observations, starts);
            act(batch.index(), time);
            batch.act(time, first, actions);
            step(batch, time, endings);
        }
        batch.finish(
                first,
                observations,
                episodes.stream().map(RunningEpisode::progress).toList());
        return endings;
    }

    private void act(long batch, int time) {
        int size = episodes.size();
        try {
            actor.act(new GroupStep(index, first, size, batch, time, observations, starts, actions));
        } catch (RuntimeException | Error e) {
            throw ExperienceException.at(
                    "Acting for environments " + first + " to " + (first + size - 1) + " (" + spec.name()
                            + ") failed at step " + time + " of batch " + batch + " of the run with seed "
                            + plan.seed(),
                    e);
        }
        for (int i = 0; i < size; i++) {
            episodes.get(i).requireFiniteActions(actions, i * actionSize);
        }
    }

    private void step(BatchBuilder batch, int time, List<StepBatch.Ending> endings) {
        for (int i = 0; i < episodes.size(); i++) {
            RunningEpisode episode = episodes.get(i);
            int at = i * observationSize;
            StepStatus status = episode.step(actions, i * actionSize, observations, at);
            batch.reward(time, first + i, episode.reward());
            starts[i] = status.isDone();
            if (status.isDone()) {
                endings.add(episode.ending(time, status, observations, at));
                episode.beginNext(observations, at);
            }
        }
    }
}
