package dev.ganglion.experiments.supervised;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a training from examples tells its subscribers. */
public sealed interface SupervisedEvent {
    /**
     * A pass through the training examples.
     *
     * @param epoch passes so far, from 1
     * @param loss mean loss of its gradient steps
     * @param score score on the validation examples
     */
    record Epoch(int epoch, double loss, double score) implements SupervisedEvent {}

    /**
     * The end.
     *
     * @param parameters number of trainable values
     * @param updates gradient steps taken
     * @param score score on the test examples
     * @param measures mean of each of the controller's measures over the test examples and their steps
     * @param seconds wall-clock time taken
     */
    record Finished(int parameters, long updates, double score, Map<String, Double> measures, double seconds)
            implements SupervisedEvent {
        /** Keeps the order of the measures. */
        public Finished {
            measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        }
    }
}
