package dev.ganglion.experiments;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.experiments.run.Origin;

/**
 * What a run begins with that was learned elsewhere.
 *
 * @param checkpoint the run before its first step
 * @param origin where its parameters came from
 */
public record Beginning(Checkpoint checkpoint, Origin origin) {}
