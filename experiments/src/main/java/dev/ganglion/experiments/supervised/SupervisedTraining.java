package dev.ganglion.experiments.supervised;

import io.reactivex.rxjava3.core.Flowable;

/** Learning from examples by back-propagation through the steps of a sequence. */
public final class SupervisedTraining {
    private SupervisedTraining() {}

    /**
     * A training.
     *
     * <p>The flow is cold: each subscription is a training of its own, which opens its TensorFlow session when
     * subscribed and closes it when it completes, fails or is disposed of. Backpressure is honoured: nothing is learned
     * until an event is requested. Events are emitted on the subscriber's thread.
     *
     * @throws dev.ganglion.environments.options.InvalidInputException as an error of the flow, if the controller does
     *     not fit the task
     */
    public static Flowable<SupervisedEvent> train(SupervisedPlan plan) {
        return Flowable.generate(
                () -> new SupervisedLearner(plan),
                (learner, emitter) -> {
                    SupervisedEvent event = learner.next();
                    emitter.onNext(event);
                    if (event instanceof SupervisedEvent.Finished) {
                        emitter.onComplete();
                    }
                },
                SupervisedLearner::close);
    }
}
