package dev.ganglion.agents.evaluation;

import java.util.Map;
import java.util.Optional;

/**
 * One episode that was watched.
 *
 * @param total undiscounted sum of its rewards
 * @param length its number of steps
 * @param measurements the environment's named measurements at its end, and what was measured of the controller
 * @param life the episode in windows, if it was watched as a life
 */
record Episode(double total, int length, Map<String, Double> measurements, Optional<Life> life) {}
