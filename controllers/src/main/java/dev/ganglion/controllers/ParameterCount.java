package dev.ganglion.controllers;

import java.util.function.IntFunction;

/** How many parameters controllers have, and which width makes them have so many. */
public final class ParameterCount {
    private ParameterCount() {}

    /** Number of trainable values of a controller. */
    public static int of(Controller controller) {
        return controller.parameters().stream().mapToInt(ParameterBlock::size).reduce(0, Math::addExact);
    }

    /**
     * The controller of a family whose number of parameters comes nearest to a target; the narrower of two that come
     * equally near.
     *
     * @param target wanted number of parameters
     * @param widest largest width
     * @param family controllers by width from 1, whose number of parameters grows with it
     */
    public static Controller nearest(int target, int widest, IntFunction<? extends Controller> family) {
        int high = 1;
        while (high < widest && of(family.apply(high)) < target) {
            high = Math.min(widest, 2 * high);
        }
        int low = (high + 1) / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (of(family.apply(middle)) < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Controller above = family.apply(low);
        Controller below = family.apply(Math.max(1, low - 1));
        return Math.abs((long) of(below) - target) <= Math.abs((long) of(above) - target) ? below : above;
    }
}
