package dev.ganglion.controllers.connectome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A weighted mean over places along a body: a triangle about its centre, so that what lies near counts most.
 *
 * @param halfWidth where the triangle ends on either side of its centre, as a share of the body's length
 */
record Kernel(double halfWidth) {
    /**
     * As wide as the distance between joints or between rows of muscle, whichever is larger, so that there is
     * something to take the mean of on any body.
     *
     * @param joints number of joints
     * @param rows number of rows of muscle
     */
    static Kernel between(int joints, int rows) {
        return new Kernel(Math.max(1.0 / (joints + 1), 1.0 / rows));
    }

    /**
     * The shares of the places in the mean; they add up to 1. Beyond the first or last place the mean is that at it.
     *
     * @param centre where the mean is taken
     * @param places positions from 0 to 1
     * @return shares above 0 by the places' indices; empty if there are no places
     */
    Map<Integer, Double> shares(double centre, List<Double> places) {
        double first = places.stream().mapToDouble(Double::doubleValue).min().orElse(centre);
        double last = places.stream().mapToDouble(Double::doubleValue).max().orElse(centre);
        double within = Math.max(first, Math.min(last, centre));
        Map<Integer, Double> shares = new LinkedHashMap<>();
        double sum = 0;
        for (int i = 0; i < places.size(); i++) {
            double height = 1 - Math.abs(places.get(i) - within) / halfWidth;
            if (height > 1e-9) {
                shares.put(i, height);
                sum += height;
            }
        }
        double total = sum;
        shares.replaceAll((place, height) -> height / total);
        return shares;
    }
}
