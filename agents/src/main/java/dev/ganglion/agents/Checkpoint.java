package dev.ganglion.agents;

import dev.ganglion.environments.stream.EpisodeProgress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole state of a training run between two updates: enough to act with the policy, and to go on exactly.
 * Random streams are found by name and number, so they need no state.
 *
 * @param environment canonical name of the environment
 * @param environmentVersion its behaviour version
 * @param controller canonical name of the controller
 * @param learner canonical name of the learner
 * @param seed seed of the run
 * @param update updates so far
 * @param steps environment steps so far
 * @param values named vectors: raw parameters ({@code controller/…}, {@code critic/…}, {@code policy/log-std}),
 *     optimiser moments, normaliser statistics by signal, controller states, learning rate; in a fixed order
 * @param progress the running episode of each environment
 */
public record Checkpoint(
        String environment,
        int environmentVersion,
        String controller,
        String learner,
        long seed,
        long update,
        long steps,
        Map<String, double[]> values,
        List<EpisodeProgress> progress) {
    /** Copies the containers, keeping their order. */
    public Checkpoint {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        progress = List.copyOf(progress);
    }

    /** The same with other named vectors. */
    public Checkpoint withValues(Map<String, double[]> newValues) {
        return new Checkpoint(
                environment, environmentVersion, controller, learner, seed, update, steps, newValues, progress);
    }

    /**
     * A named vector.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public double[] value(String name) {
        double[] value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The checkpoint holds no '" + name + "'; it holds " + values.keySet());
        }
        return value;
    }
}
