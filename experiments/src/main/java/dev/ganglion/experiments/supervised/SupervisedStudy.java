package dev.ganglion.experiments.supervised;

import dev.ganglion.controllers.ControllerChoice;
import io.reactivex.rxjava3.core.Flowable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trainings from examples side by side: every controller learns every task from every seed.
 *
 * @param tasks what is learned
 * @param controllers what learns
 * @param seeds decide examples, initial parameters and order; the same for all controllers
 * @param setting how it is learned
 */
public record SupervisedStudy(
        List<SupervisedTask> tasks, List<ControllerChoice> controllers, List<Long> seeds, Setting setting) {
    /** Copies the lists. */
    public SupervisedStudy {
        tasks = List.copyOf(tasks);
        controllers = List.copyOf(controllers);
        seeds = List.copyOf(seeds);
    }

    /**
     * What differs from a task's standard setting.
     *
     * @param epochs passes through the training examples
     * @param examples number of training examples
     * @param stepSize step size of Adam
     */
    public record Setting(Optional<Integer> epochs, Optional<Integer> examples, Optional<Double> stepSize) {
        /** The standard setting itself. */
        public static final Setting STANDARD = new Setting(Optional.empty(), Optional.empty(), Optional.empty());

        private SupervisedPlan plan(SupervisedTask task, ControllerChoice controller, long seed) {
            SupervisedPlan standard = SupervisedPlan.standard(task, controller, seed);
            int chosen = examples.orElse(standard.examples());
            return new SupervisedPlan(
                    task,
                    controller,
                    epochs.orElse(standard.epochs()),
                    chosen,
                    Math.min(standard.batch(), chosen),
                    stepSize.orElse(standard.stepSize()),
                    seed);
        }
    }

    /**
     * What happened in one of the trainings.
     *
     * @param plan the training
     * @param event what happened
     */
    public record Happening(SupervisedPlan plan, SupervisedEvent event) {}

    /** All trainings in the order in which they are run: task by task, controller by controller, seed by seed. */
    public List<SupervisedPlan> plans() {
        List<SupervisedPlan> plans = new ArrayList<>();
        for (SupervisedTask task : tasks) {
            for (ControllerChoice controller : controllers) {
                for (long seed : seeds) {
                    plans.add(setting.plan(task, controller, seed));
                }
            }
        }
        return plans;
    }

    /**
     * Runs the trainings one after the other.
     *
     * <p>The flow is cold and honours backpressure: nothing is learned until an event is requested. Events are emitted
     * on the subscriber's thread.
     */
    public Flowable<Happening> run() {
        return Flowable.fromIterable(plans())
                .concatMap(plan -> SupervisedTraining.train(plan).map(event -> new Happening(plan, event)), 1);
    }
}
