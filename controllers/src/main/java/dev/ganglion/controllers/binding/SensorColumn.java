package dev.ganglion.controllers.binding;

/**
 * A sense organ that has found its signal: activity is {@code clip(x / divisor + offset, low, high)}, where x is one
 * column of the observation.
 *
 * @param column index into the observation
 * @param divisor what the signal is divided by, in its unit; negative where the organ answers to the other direction
 * @param offset activity at rest, before the clip
 * @param low least activity
 * @param high greatest activity
 */
public record SensorColumn(int column, double divisor, double offset, double low, double high) {}
