package dev.ganglion.environments.stream;

import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.toy.ToyProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/** Plans and actors for tests with the toy environment. */
final class ToyExperience {
    /** Threads on which the recording actors acted. */
    final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** Those of them that are not the calling thread, which collects too. */
    List<Thread> helpers() {
        return threads.stream()
                .filter(thread -> thread != Thread.currentThread())
                .toList();
    }

    /** How often a group acted. */
    final AtomicInteger acts = new AtomicInteger();

    static ExperiencePlan plan(int environments, int steps, Map<String, String> options) {
        return ExperiencePlan.of(ToyProvider.choice(options), environments, steps, 5);
    }

    /** Pushes at random; the noise is found by batch and group, as a learner's is. */
    static GroupActor randomActor(int group) {
        return step -> {
            RandomGenerator random = RandomStreams.named(9, "noise/" + group + "/" + step.batch() + "/" + step.time());
            for (int i = 0; i < step.size(); i++) {
                step.actions()[i] = (float) random.nextGaussian();
            }
        };
    }

    /** Random actors that leave traces here. */
    IntFunction<GroupActor> recording() {
        return group -> {
            GroupActor actor = randomActor(group);
            return step -> {
                threads.add(Thread.currentThread());
                acts.incrementAndGet();
                actor.act(step);
            };
        };
    }

    /** An actor that pushes all beads to the right with full force. */
    static GroupActor pushRight(int group) {
        return step -> Arrays.fill(step.actions(), 1);
    }

    /** Everything in the batches, in a form that compares by bits. */
    static List<String> bits(List<StepBatch> batches) {
        return batches.stream()
                .map(batch -> batch.index()
                        + Arrays.toString(batch.observations())
                        + Arrays.toString(batch.actions())
                        + Arrays.toString(batch.rewards())
                        + Arrays.toString(batch.starts())
                        + Arrays.toString(batch.nextObservations())
                        + batch.endings().stream().map(ToyExperience::bits).toList()
                        + batch.progress().stream().map(ToyExperience::bits).toList())
                .toList();
    }

    private static String bits(StepBatch.Ending ending) {
        return ending.time() + " " + ending.environment() + " " + ending.status() + " " + ending.episodeReturn() + " "
                + ending.length() + " " + ending.seed() + " " + ending.measurements()
                + Arrays.toString(ending.finalObservation());
    }

    private static String bits(EpisodeProgress progress) {
        return progress.episode() + " " + progress.seed() + Arrays.toString(progress.actions());
    }
}
