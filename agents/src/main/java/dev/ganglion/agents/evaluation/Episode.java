package dev.ganglion.agents.evaluation;

import java.util.Map;

/**
 * One episode that was watched.
 *
 * @param total undiscounted sum of its rewards
 * @param length its number of steps
 * @param measurements the environment's named measurements at its end, and what was measured of the controller
 */
record Episode(double total, int length, Map<String, Double> measurements) {}
