package dev.ganglion.environments.stream;

import io.reactivex.rxjava3.core.Emitter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Emits batches of a source, each after the next one has been begun. For one subscription. */
final class OneAhead {
    private final ExperienceSource source;
    private final Runnable between;
    private long left;
    private @Nullable RuntimeException ofNext;

    /**
     * A limited number of batches.
     *
     * @param between called when a batch is complete and the next one has not been begun
     */
    OneAhead(ExperienceSource source, long batches, Runnable between) {
        this.source = source;
        this.between = between;
        left = batches;
    }

    void emit(Emitter<StepBatch> emitter) {
        if (ofNext != null) {
            throw ofNext;
        }
        Optional<StepBatch> batch = left == 0 ? Optional.empty() : source.next();
        if (batch.isPresent()) {
            left--;
            between.run();
            begin();
            emit(batch.get(), emitter);
        }
        if (left == 0) {
            emitter.onComplete();
        }
    }

    /** A failure comes in the place of the batch that could not be begun. */
    private void begin() {
        try {
            if (left > 0) {
                source.begin();
            }
        } catch (RuntimeException e) {
            ofNext = e;
        }
    }

    /** The source ends before a subscriber's own fault goes on to what was opened for it. */
    private void emit(StepBatch batch, Emitter<StepBatch> emitter) {
        try {
            emitter.onNext(batch);
        } catch (RuntimeException | Error e) {
            source.close();
            throw e;
        }
    }
}
