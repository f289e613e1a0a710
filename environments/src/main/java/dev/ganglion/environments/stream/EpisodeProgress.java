package dev.ganglion.environments.stream;

/**
 * An episode under way: enough to bring a fresh environment to exactly the same state by replaying it. (JBox2D's
 * world state cannot be copied with its warm-start impulses, but an episode is a function of its seed and actions.)
 *
 * @param episode number of the environment's episode, from 0
 * @param seed the seed of its reset
 * @param actions the actions so far, {@code [time, action]}
 */
public record EpisodeProgress(long episode, long seed, float[] actions) {}
