package dev.ganglion.environments.wrapper;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.random.RandomStreams;
import java.util.random.RandomGenerator;

/** An environment laid around another that draws noise, an episode's from a stream of the episode's seed. */
abstract class Disturbed extends Wrapped {
    private final String stream;
    private RandomGenerator random;

    /**
     * Around an environment.
     *
     * @param stream name of the stream
     */
    Disturbed(Environment inner, String stream) {
        super(inner);
        this.stream = stream;
        random = RandomStreams.named(0, stream);
    }

    /** The episode's noise. */
    final RandomGenerator random() {
        return random;
    }

    @Override
    public void reset(long seed, float[] observation, int offset) {
        random = RandomStreams.named(seed, stream);
        super.reset(seed, observation, offset);
    }
}
