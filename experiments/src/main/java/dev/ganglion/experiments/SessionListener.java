package dev.ganglion.experiments;

import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.experiments.config.RunConfig;
import java.nio.file.Path;

/** Is told how a training session gets on. Calls come on the session's thread. */
public interface SessionListener {
    /** The run begins, or goes on. */
    default void begins(RunConfig config, Path directory) {}

    /** The policy is watched for some episodes, before or after training. */
    default void evaluates(int episodes) {}

    /** Training has something to tell. */
    default void trains(TrainingEvent event) {}

    /** Pictures are drawn. */
    default void draws() {}
}
