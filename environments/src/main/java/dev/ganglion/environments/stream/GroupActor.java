package dev.ganglion.environments.stream;

/**
 * A function from observations to actions for one group of environments that act together.
 *
 * <p>Groups have a fixed size, whatever the number of workers: what is computed in one batch, and so its last bits,
 * never depends on how many threads there are. One thread at a time calls an actor, always with the same group. The
 * actor may keep state of its own, such as a circuit's phase; {@link GroupStep#starts()} says when to begin anew.
 */
@FunctionalInterface
public interface GroupActor {
    /** Fills {@link GroupStep#actions()} for the observations at hand. */
    void act(GroupStep step);
}
