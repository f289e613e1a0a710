package dev.ganglion.agents.evaluation;

import java.util.Map;

/**
 * One episode that was watched.
 *
 * @param total undiscounted sum of its rewards
 * @param length its number of steps
 * @param measurements the environment's named measurements at its end
 */
record Episode(double total, int length, Map<String, Double> measurements) {}
