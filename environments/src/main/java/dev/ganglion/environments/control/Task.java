package dev.ganglion.environments.control;

import dev.ganglion.environments.render.Scene;
import dev.ganglion.environments.signal.Box;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What is asked of a body: where it starts, what it is told, what it is paid for and when it is over. */
public interface Task {
    /** The signals observed. */
    Box observation();

    /** Steps after which an episode is truncated. */
    int timeLimitSteps();

    /** Begins an episode: puts the body into a new world and forgets the last episode. */
    void begin(RandomGenerator random);

    /** Takes note of a control step just made; called once after each, before anything below is asked. */
    void afterStep();

    /** Writes the observation of the present moment from index {@code offset} on. */
    void observe(float[] observation, int offset);

    /** Reward of the last step. */
    double reward();

    /** Whether the last step ended the episode for good. */
    boolean isTerminated();

    /** Named measurements of the episode so far, in a fixed order. */
    Map<String, Double> measurements();

    /**
     * The body's picture with what the task adds to it, such as a target.
     *
     * @param scene what the body looks like
     */
    default Scene show(Scene scene) {
        return scene;
    }
}
