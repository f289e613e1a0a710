package dev.ganglion.agents.evaluation;

import dev.ganglion.agents.policy.Behaviour;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.vector.Grouping;
import dev.ganglion.environments.vector.WorkerPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets something act for some episodes and counts what it earns.
 *
 * <p>Episode k is reset with the seed {@code evaluation/k/reset} and acts with the stream {@code evaluation/k/noise}.
 * It always stands at the same place of a batch of the same size. So it is the same, to the bit, for any number of
 * workers and of other episodes.
 */
public final class Evaluator {
    /** Longer lives than this are a slip of the keyboard. */
    private static final int MOST_STEPS = 100_000_000;

    private Evaluator() {}

    /**
     * Watches a behaviour.
     *
     * @param environment where
     * @param behaviour what acts
     * @param plan how many episodes, and how they are seeded
     * @throws InvalidInputException if the behaviour does not fit the environment, or an override names no parameter
     */
    public static Evaluation evaluate(EnvironmentChoice environment, Behaviour behaviour, EvaluationPlan plan) {
        return summary(watch(environment, behaviour, plan, 0));
    }

    /**
     * Watches a behaviour for longer than an episode lasts. A life begins as the episode of its number does, and the
     * beginning of a long one is a short one, to the bit.
     *
     * @param environment where
     * @param behaviour what acts
     * @param plan how many lives, and how they are seeded
     * @param windows for how many time limits each goes on, at least 1
     * @return the lives in order
     * @throws InvalidInputException if episodes of the environment can't go on beyond its time limit, the behaviour does
     *     not fit it, or an override names no parameter
     */
    public static List<Life> lives(
            EnvironmentChoice environment, Behaviour behaviour, EvaluationPlan plan, int windows) {
        Environment body = environment.create();
        if (!body.isProlongable()) {
            throw new InvalidInputException("Lives on " + environment.name() + " end with its time limit of "
                    + body.spec().timeLimitSteps()
                    + " steps, which is part of the task; name a body whose limit is not, such as cartpole/balance");
        }
        if ((long) windows * body.spec().timeLimitSteps() > MOST_STEPS) {
            throw new InvalidInputException("A life of " + windows + " times "
                    + body.spec().timeLimitSteps() + " steps is too long; the most is " + MOST_STEPS + " steps");
        }
        return watch(environment, behaviour, plan, windows).episodes().stream()
                .map(episode -> episode.life().orElseThrow())
                .toList();
    }

    private static Watched watch(EnvironmentChoice environment, Behaviour behaviour, EvaluationPlan plan, int windows) {
        EnvironmentSpec spec = environment.create().spec();
        if (behaviour instanceof Behaviour.Untrained untrained) {
            try (Policy policy = Policy.untrained(untrained.controller(), spec, untrained.seed(), plan.overrides())) {
                return run(environment, plan, windows, () -> new PolicyActor(policy, spec, plan));
            }
        }
        if (behaviour instanceof Behaviour.Trained trained) {
            try (Policy policy = Policy.trained(trained.controller(), spec, trained.checkpoint(), plan.overrides())) {
                return run(environment, plan, windows, () -> new PolicyActor(policy, spec, plan));
            }
        }
        if (!plan.overrides().isEmpty()) {
            throw new InvalidInputException("Random actions have no parameters to set; leave out "
                    + plan.overrides().keySet());
        }
        return run(environment, plan, windows, () -> new RandomActor(spec, plan));
    }

    /** Episodes in order, and the wall-clock time that they took. */
    private record Watched(List<Episode> episodes, double seconds) {}

    private static Watched run(
            EnvironmentChoice environment, EvaluationPlan plan, int windows, Supplier<? extends EpisodeActor> actors) {
        Grouping grouping = new Grouping(plan.episodes(), Policy.GROUP);
        int workers = Math.max(1, Math.min(plan.workers(), grouping.count()));
        ClassLoader classes = environment.classes();
        long began = System.nanoTime();
        try (WorkerPool pool = new WorkerPool(workers, "evaluation", classes)) {
            List<Episode> episodes = pool
                    .run((worker, worlds) -> {
                        int from = grouping.firstOfWorker(worker, workers);
                        int to = grouping.firstOfWorker(worker + 1, workers);
                        List<Environment> bodies = Stream.generate(() -> worlds.create(environment))
                                .limit(Math.min(plan.episodes(), Policy.GROUP))
                                .toList();
                        return runGroups(plan, windows, grouping, from, to, bodies, actors);
                    })
                    .stream()
                    .flatMap(List::stream)
                    .toList();
            return new Watched(episodes, (System.nanoTime() - began) * 1e-9);
        }
    }

    private static List<Episode> runGroups(
            EvaluationPlan plan,
            int windows,
            Grouping grouping,
            int from,
            int to,
            List<Environment> bodies,
            Supplier<? extends EpisodeActor> actors) {
        List<Episode> episodes = new ArrayList<>();
        try (EpisodeActor actor = actors.get()) {
            for (int group = from; group < to; group++) {
                List<Environment> taken = bodies.subList(0, grouping.size(group));
                episodes.addAll(new EpisodeGroup(taken, actor, plan.seed(), grouping.first(group), windows).run());
            }
        }
        return episodes;
    }

    private static Evaluation summary(Watched watched) {
        List<Episode> episodes = watched.episodes();
        Map<String, Double> measurements = episodes.stream()
                .flatMap(episode -> episode.measurements().entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.averagingDouble(Map.Entry::getValue)));
        return new Evaluation(
                episodes.stream().map(Episode::total).toList(),
                measurements,
                episodes.stream().mapToLong(Episode::length).sum(),
                watched.seconds());
    }
}
