package dev.ganglion.agents.ppo;

import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gradient steps whose calls are laid out once and kept from one rollout to the next. To be closed before the tensors.
 * Where tensors are replaced, nothing runs until the calls are laid out anew.
 */
final class KeptSteps implements AutoCloseable {
    private final GraphSession session;
    private final PpoGraph graph;
    private final RolloutTensors tensors;
    private final HostTensor rates;
    private final @Nullable LearningBeside beside;
    private @Nullable GradientSteps steps;
    private int ofGeneration;

    /**
     * Steps on whatever rollout the tensors hold.
     *
     * @param rates where step sizes are written before they are fed
     * @param beside a second thread to learn on; null if there is none
     */
    KeptSteps(
            GraphSession session,
            PpoGraph graph,
            RolloutTensors tensors,
            HostTensor rates,
            @Nullable LearningBeside beside) {
        this.session = session;
        this.graph = graph;
        this.tensors = tensors;
        this.rates = rates;
        this.beside = beside;
    }

    /** Takes some steps. After a failure, whichever thread it came from, no other thread is at a step. */
    UpdateReport take(Function<GradientSteps, UpdateReport> some) {
        GradientSteps now = current();
        try {
            return some.apply(now);
        } catch (RuntimeException | Error e) {
            try {
                close();
            } catch (RuntimeException | Error another) {
                e.addSuppressed(another);
            }
            throw e;
        }
    }

    private GradientSteps current() {
        GradientSteps now = steps;
        if (now == null || ofGeneration != tensors.generation()) {
            close();
            now = GradientSteps.of(session, graph, tensors, rates, beside);
            ofGeneration = tensors.generation();
            steps = now;
        }
        return now;
    }

    @Override
    public void close() {
        GradientSteps now = steps;
        steps = null;
        if (now != null) {
            now.close();
        }
    }
}
