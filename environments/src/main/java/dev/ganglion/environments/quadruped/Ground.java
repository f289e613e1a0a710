package dev.ganglion.environments.quadruped;

import dev.ganglion.environments.random.RandomStreams;
import java.util.random.RandomGenerator;

/**
 * Which ground an episode gets.
 *
 * @param kind what it looks like
 * @param height rise per metre of a slope, height of a step, or largest height of rough ground; in m
 * @param seed decides steps and bumps; 0 for other ones in each episode
 */
record Ground(Terrain.Kind kind, double height, long seed) {
    /** The ground of an episode whose chance is the given. */
    Terrain terrain(RandomGenerator episode) {
        RandomGenerator random = seed == 0 ? episode : RandomStreams.named(seed, "terrain");
        return Terrain.of(kind, height, random);
    }
}
