package dev.ganglion.agents.population;

import dev.ganglion.environments.StepStatus;
import java.util.Map;

/**
 * An episode in which a candidate was tried.
 *
 * @param episodeReturn undiscounted sum of its rewards
 * @param length its number of steps
 * @param status terminated or truncated
 * @param seed the seed it was reset with
 * @param finalObservation the observation after its last step
 * @param observations the observations that were acted on, {@code [time, observation]}; empty unless asked for
 * @param measurements the environment's named measurements
 */
public record Trial(
        double episodeReturn,
        int length,
        StepStatus status,
        long seed,
        float[] finalObservation,
        float[] observations,
        Map<String, Double> measurements) {}
