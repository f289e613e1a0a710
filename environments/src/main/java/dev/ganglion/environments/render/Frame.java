package dev.ganglion.environments.render;

/**
 * One moment of an episode.
 *
 * @param scene what there is to see
 * @param seconds time since the episode began
 * @param episodeReturn sum of the rewards so far
 */
public record Frame(Scene scene, double seconds, double episodeReturn) {}
