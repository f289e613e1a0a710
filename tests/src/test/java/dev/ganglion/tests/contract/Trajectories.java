package dev.ganglion.tests.contract;

import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Space;
import dev.ganglion.environments.stream.EpisodeProgress;
import dev.ganglion.environments.stream.Experience;
import dev.ganglion.environments.stream.ExperiencePlan;
import dev.ganglion.environments.stream.GroupActor;
import dev.ganglion.environments.stream.StepBatch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random experience condensed to a hash of its bits. As a program it prints one for every registered environment. */
final class Trajectories {
    private static final int ENVIRONMENTS = 6;
    private static final int GROUP_SIZE = 2;
    private static final int BATCHES = 2;

    private Trajectories() {}

    /**
     * Prints a line for each registered environment and number of workers: name, workers, hash.
     *
     * @param arguments steps of each batch, then numbers of workers
     */
    public static void main(String[] arguments) {
        int steps = Integer.parseInt(arguments[0]);
        List<EnvironmentChoice> choices = RegisteredEnvironments.defaults().toList();
        for (EnvironmentChoice choice : choices) {
            for (String workers : Arrays.asList(arguments).subList(1, arguments.length)) {
                System.out.println(line(choice, steps, Integer.parseInt(workers)));
            }
        }
    }

    static String line(EnvironmentChoice choice, int steps, int workers) {
        return choice.name() + " " + workers + " " + hash(choice, steps, workers);
    }

    /** Hash of everything that comes of random actions in six environments, in groups of two. */
    static String hash(EnvironmentChoice choice, int steps, int workers) {
        ExperiencePlan plan = ExperiencePlan.of(choice, ENVIRONMENTS, steps, 11)
                .withGroupSize(GROUP_SIZE)
                .withWorkers(workers);
        Space actions = choice.create().spec().action();
        List<StepBatch> batches = Experience.stream(plan, group -> randomActor(actions, group))
                .take(BATCHES)
                .toList()
                .blockingGet();
        return hash(batches);
    }

    private static GroupActor randomActor(Space actions, int group) {
        RandomGenerator random = RandomStreams.named(12, "group/" + group);
        return step -> {
            for (int i = 0; i < step.size(); i++) {
                RandomActions.fill(actions, random, step.actions(), i * actions.size());
            }
        };
    }

    private static String hash(List<StepBatch> batches) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (StepBatch batch : batches) {
                digest.update(text(batch).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    // Float.toString tells all floats apart, and doubles likewise, so equal texts are equal bits.
    private static String text(StepBatch batch) {
        StringBuilder text = new StringBuilder()
                .append(Arrays.toString(batch.observations()))
                .append(Arrays.toString(batch.actions()))
                .append(Arrays.toString(batch.rewards()))
                .append(Arrays.toString(batch.starts()))
                .append(Arrays.toString(batch.nextObservations()));
        for (StepBatch.Ending ending : batch.endings()) {
            text.append(ending.time()).append(' ').append(ending.environment()).append(ending.status());
            text.append(ending.episodeReturn()).append(ending.measurements());
            text.append(Arrays.toString(ending.finalObservation()));
        }
        for (EpisodeProgress progress : batch.progress()) {
            text.append(progress.episode()).append(' ').append(progress.seed());
        }
        return text.toString();
    }
}
