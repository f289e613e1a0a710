package dev.ganglion.experiments.supervised;

import dev.ganglion.controllers.ControllerChoice;

/**
 * Everything that decides a training from examples: two of the same plan give the same bits.
 *
 * @param task what is learned
 * @param controller what learns
 * @param epochs passes through the training examples
 * @param examples number of training examples
 * @param batch examples in each gradient step; what is left of an epoch after the last full batch waits for the next
 *     epoch, which is in another order
 * @param stepSize step size of Adam
 * @param seed decides examples, initial parameters and order
 */
public record SupervisedPlan(
        SupervisedTask task,
        ControllerChoice controller,
        int epochs,
        int examples,
        int batch,
        double stepSize,
        long seed) {
    /** Checks the numbers. */
    public SupervisedPlan {
        if (epochs < 1 || batch < 1 || examples < batch || !(stepSize > 0)) {
            throw new IllegalArgumentException("A training has epochs, a batch of at most all examples and a step size"
                    + " above 0, not " + epochs + ", " + batch + " of " + examples + ", " + stepSize);
        }
    }

    /** The task's standard setting: its examples and epochs, batches of 128, a step size of 1e-3. */
    public static SupervisedPlan standard(SupervisedTask task, ControllerChoice controller, long seed) {
        SupervisedTask.Standard standard = task.standard();
        return new SupervisedPlan(task, controller, standard.epochs(), standard.training(), 128, 1e-3, seed);
    }
}
