package dev.ganglion.agents.evaluation;

import dev.ganglion.agents.policy.Behaviour;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.vector.Grouping;
import dev.ganglion.environments.vector.WorkerPool;
import dev.ganglion.environments.vector.WorldLoader;
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
        EnvironmentSpec spec = environment.create().spec();
        if (behaviour instanceof Behaviour.Untrained untrained) {
            try (Policy policy = Policy.untrained(untrained.controller(), spec, untrained.seed(), plan.overrides())) {
                return run(environment, plan, () -> new PolicyActor(policy, spec, plan));
            }
        }
        if (behaviour instanceof Behaviour.Trained trained) {
            try (Policy policy = Policy.trained(trained.controller(), spec, trained.checkpoint(), plan.overrides())) {
                return run(environment, plan, () -> new PolicyActor(policy, spec, plan));
            }
        }
        if (!plan.overrides().isEmpty()) {
            throw new InvalidInputException("Random actions have no parameters to set; leave out "
                    + plan.overrides().keySet());
        }
        return run(environment, plan, () -> new RandomActor(spec, plan));
    }

    private static Evaluation run(
            EnvironmentChoice environment, EvaluationPlan plan, Supplier<? extends EpisodeActor> actors) {
        Grouping grouping = new Grouping(plan.episodes(), Policy.GROUP);
        int workers = Math.max(1, Math.min(plan.workers(), grouping.count()));
        ClassLoader classes = environment.classes();
        long began = System.nanoTime();
        try (WorkerPool pool = new WorkerPool(workers, "evaluation", classes)) {
            List<Episode> episodes = pool
                    .run((worker, worlds) -> runGroups(environment, plan, grouping, worker, workers, worlds, actors))
                    .stream()
                    .flatMap(List::stream)
                    .toList();
            return summary(episodes, (System.nanoTime() - began) * 1e-9);
        }
    }

    private static List<Episode> runGroups(
            EnvironmentChoice environment,
            EvaluationPlan plan,
            Grouping grouping,
            int worker,
            int workers,
            WorldLoader worlds,
            Supplier<? extends EpisodeActor> actors) {
        int from = grouping.firstOfWorker(worker, workers);
        int to = grouping.firstOfWorker(worker + 1, workers);
        List<Environment> bodies = Stream.generate(() -> worlds.create(environment))
                .limit(Math.min(plan.episodes(), Policy.GROUP))
                .toList();
        List<Episode> episodes = new ArrayList<>();
        try (EpisodeActor actor = actors.get()) {
            for (int group = from; group < to; group++) {
                List<Environment> taken = bodies.subList(0, grouping.size(group));
                episodes.addAll(new EpisodeGroup(taken, actor, plan.seed(), grouping.first(group)).run());
            }
        }
        return episodes;
    }

    private static Evaluation summary(List<Episode> episodes, double seconds) {
        Map<String, Double> measurements = episodes.stream()
                .flatMap(episode -> episode.measurements().entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.averagingDouble(Map.Entry::getValue)));
        return new Evaluation(
                episodes.stream().map(Episode::total).toList(),
                measurements,
                episodes.stream().mapToLong(Episode::length).sum(),
                seconds);
    }
}
