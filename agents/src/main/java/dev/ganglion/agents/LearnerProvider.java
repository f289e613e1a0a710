package dev.ganglion.agents;

import dev.ganglion.environments.options.OptionSet;
import io.reactivex.rxjava3.core.Flowable;
import org.jspecify.annotations.Nullable;

/** A registered kind of learner, found through {@link java.util.ServiceLoader}. */
public interface LearnerProvider {
    /** Name on the command line. */
    String name();

    /** One sentence: how it learns. */
    String summary();

    /** The options it takes. */
    OptionSet options();

    /**
     * A training run.
     *
     * <p>The flow is cold: each subscription is a run of its own, which opens its worlds and its TensorFlow session
     * when subscribed and closes them when it completes, fails or is disposed of. Backpressure is honoured: nothing is
     * simulated until an event is requested. Events are emitted on the subscriber's thread; workers have threads of
     * their own.
     *
     * <p>So {@code subscribe} and {@code forEach} return when the run has ended. Operators that ask ahead, such as {@code
     * blockingForEach} and {@code observeOn} (128 events unless told otherwise), let the run go on by as many updates
     * before their consumer sees the first.
     *
     * @param plan what to train, on what, for how long
     * @param from where to go on, or null to begin; must come from the same plan up to {@code steps} and {@code
     *     workers}
     */
    Flowable<TrainingEvent> train(TrainingPlan plan, @Nullable Checkpoint from);
}
