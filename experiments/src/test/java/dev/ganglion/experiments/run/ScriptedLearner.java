package dev.ganglion.experiments.run;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.LearnerProvider;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.stream.EpisodeProgress;
import dev.ganglion.environments.stream.StepBatch;
import io.reactivex.rxjava3.core.Flowable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the motions of learning in no time: each update's metrics, episodes and parameters follow from its
 * number, and takes three seconds by the learner's own clock.
 */
final class ScriptedLearner implements LearnerProvider, InstantSource {
    static final int UPDATES = 4;
    private static final int STEPS = 10;
    private static final int SECONDS = 3;

    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public String summary() {
        return "Learns by rote.";
    }

    @Override
    public OptionSet options() {
        return OptionSet.of("scripted");
    }

    @Override
    public Flowable<TrainingEvent> train(TrainingPlan plan, @Nullable Checkpoint from) {
        int taken = from == null ? 0 : (int) from.update();
        return Flowable.concat(
                Flowable.fromCallable(() -> {
                    now = Instant.EPOCH.plusSeconds((long) SECONDS * taken);
                    return new TrainingEvent.Started((long) STEPS * taken, checkpoint(plan, taken), 4);
                }),
                Flowable.range(taken + 1, UPDATES - taken).map(update -> updated(plan, update)),
                Flowable.fromCallable(
                        () -> new TrainingEvent.Finished((long) STEPS * UPDATES, checkpoint(plan, UPDATES))));
    }

    private TrainingEvent updated(TrainingPlan plan, int update) {
        now = Instant.EPOCH.plusSeconds((long) SECONDS * update);
        RandomGenerator random = RandomStreams.named(plan.seed(), "update/" + update);
        StepBatch.Ending episode = new StepBatch.Ending(
                3, 1, StepStatus.TRUNCATED, new float[1], random.nextDouble(), 100, 7, Map.of("speed_m_per_s", 0.25));
        return new TrainingEvent.Updated(
                (long) STEPS * update,
                update,
                Map.of("losses/policy", random.nextDouble()),
                List.of(episode, episode),
                checkpoint(plan, update));
    }

    private static Checkpoint checkpoint(TrainingPlan plan, int update) {
        return new Checkpoint(
                plan.environment().name(),
                1,
                plan.controller().name(),
                plan.learner().name(),
                plan.seed(),
                update,
                (long) STEPS * update,
                Map.of("x", new double[] {update, -update}),
                List.of(new EpisodeProgress(update, 5, new float[] {update})));
    }
}
