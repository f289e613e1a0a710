package dev.ganglion.agents.ppo;

import dev.ganglion.agents.optimiser.ParameterLayout;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.environments.NumericException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names what is not finite in a gradient step. */
final class GradientFault {
    private GradientFault() {}

    /**
     * The fault of a step.
     *
     * @param controller gradient of the controller's parameters
     * @param critic gradient of the critic's
     * @param losses the losses that are not finite, with their values; empty if all are
     * @param place which update of which run
     */
    static NumericException of(PpoModel model, float[] controller, float[] critic, String losses, String place) {
        Optional<String> parameter = Stream.concat(
                        first("controller", model.controllerLayout(), controller).stream(),
                        first("critic", model.criticLayout(), critic).stream())
                .findFirst();
        String gradient = parameter
                .map(name -> "the gradient of the " + name)
                .orElseGet(() -> "the norm of the gradient overflows (largest component: the "
                        + (largest(controller) > largest(critic)
                                ? name("controller", model.controllerLayout(), controller, indexOfLargest(controller))
                                : name("critic", model.criticLayout(), critic, indexOfLargest(critic)))
                        + ")");
        return new NumericException((losses.isEmpty() ? "" : "the loss is not finite (" + losses + "), ") + gradient
                + place + "; a smaller learning-rate may help, and non-finite=skip goes on without such steps");
    }

    private static Optional<String> first(String whose, ParameterLayout layout, float[] gradient) {
        return IntStream.range(0, gradient.length)
                .filter(i -> !Float.isFinite(gradient[i]))
                .mapToObj(i -> name(whose, layout, gradient, i))
                .findFirst();
    }

    private static int indexOfLargest(float[] gradient) {
        int largest = 0;
        for (int i = 1; i < gradient.length; i++) {
            largest = Math.abs(gradient[i]) > Math.abs(gradient[largest]) ? i : largest;
        }
        return largest;
    }

    private static float largest(float[] gradient) {
        return gradient.length == 0 ? 0 : Math.abs(gradient[indexOfLargest(gradient)]);
    }

    /** A component by the name of its block, with its value. */
    private static String name(String whose, ParameterLayout layout, float[] gradient, int index) {
        int at = index;
        for (ParameterBlock block : layout.blocks()) {
            if (at < block.size()) {
                return whose + "'s parameter " + block.name() + (block.size() == 1 ? "" : " (component " + at + ")")
                        + " is " + gradient[index];
            }
            at -= block.size();
        }
        throw new IllegalArgumentException("The gradient is longer than its layout");
    }
}
