package dev.ganglion.experiments;

import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Selector;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.config.Settings;
import dev.ganglion.experiments.run.RecordedTraining;
import dev.ganglion.experiments.run.RunDirectory;
import io.reactivex.rxjava3.annotations.BackpressureKind;
import io.reactivex.rxjava3.annotations.BackpressureSupport;
import io.reactivex.rxjava3.annotations.SchedulerSupport;
import io.reactivex.rxjava3.core.Flowable;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Training to be done: an environment, a controller and a learner, for some steps, from a seed.
 *
 * <pre>{@code
 * Training.of("swimmer/swim", "ncap", "ppo")
 *         .withSteps(100_000)
 *         .into(Path.of("runs/first"))
 *         .doOnNext(event -> System.out.println(event.steps()))
 *         .blockingSubscribe();
 * Evaluation evaluation = Run.open(Path.of("runs/first")).evaluate(10);
 * }</pre>
 *
 * @param config the resolved configuration
 */
public record Training(RunConfig config) {
    /**
     * Training with the settings of the fitting preset, and defaults where that is silent.
     *
     * @param environment {@code DOMAIN/TASK[:key=value,…]}
     * @param controller {@code NAME[:key=value,…]}
     * @param learner {@code NAME[:key=value,…]}
     * @throws InvalidInputException if a name, key or value is wrong
     */
    public static Training of(String environment, String controller, String learner) {
        return new Training(RunConfig.resolve(new Settings(
                Optional.empty(),
                Optional.of(Selector.parse(environment)),
                Optional.of(Selector.parse(controller)),
                Optional.of(Selector.parse(learner)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
    }

    /** The same for another number of environment steps. */
    public Training withSteps(long steps) {
        return new Training(config.withSteps(steps));
    }

    /** The same from another seed. */
    public Training withSeed(long seed) {
        return new Training(config.withSeed(seed));
    }

    /**
     * The training as a stream of events, recorded in a directory; {@link Run#open} opens it again.
     *
     * <p>The flow is cold: subscribing makes the directory and trains, on the subscribing thread. Each event has been
     * written down when it is emitted. Cancelling stops after the update under way, with a checkpoint from which {@link
     * Run#resume} goes on.
     *
     * <dl>
     *   <dt><b>Backpressure:</b>
     *   <dd>Honoured: nothing is simulated until an event is requested.
     *   <dt><b>Scheduler:</b>
     *   <dd>None: events come on the thread that requests them; environments step on that and others.
     *   <dt><b>Errors:</b>
     *   <dd>{@link InvalidInputException} if the directory holds something already or cannot be written.
     * </dl>
     */
    @BackpressureSupport(BackpressureKind.FULL)
    @SchedulerSupport(SchedulerSupport.NONE)
    public Flowable<TrainingEvent> into(Path directory) {
        return Flowable.defer(() -> RecordedTraining.begin(config, RunDirectory.create(directory, config)));
    }
}
