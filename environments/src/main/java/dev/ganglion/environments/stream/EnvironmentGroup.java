package dev.ganglion.environments.stream;

import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.vector.WorldLoader;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Environments that act together, and the actor that acts for them. Used by one thread at a time. */
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

    /** Creates the environments in a lane's loader and begins, or replays, their episodes. */
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
     * Takes steps of a batch, until all are taken or it is to pause.
     *
     * @param from which step to begin with
     * @param pause asked before each step
     * @param endings receives the episodes that end, by time, then environment
     * @return the step to go on with; the number of steps if all have been taken
     */
    int collect(BatchBuilder batch, int from, BooleanSupplier pause, List<StepBatch.Ending> endings) {
        int time = from;
        while (time < batch.steps()) {
            if (pause.getAsBoolean()) {
                return time;
            }
            batch.observe(time, first, observations, starts);
            act(batch.index(), time);
            batch.act(time, first, actions);
            step(batch, time, endings);
            time++;
        }
        batch.finish(
                first,
                observations,
                episodes.stream().map(RunningEpisode::progress).toList());
        return time;
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
