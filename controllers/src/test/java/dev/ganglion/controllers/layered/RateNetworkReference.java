package dev.ganglion.controllers.layered;

import dev.ganglion.controllers.NumericGradient.Values;
import java.util.ArrayList;
import java.util.List;

/** A network of rate neurons with one inner step, written down plainly in double precision. */
final class RateNetworkReference {
    private final List<LayerReference> layers = new ArrayList<>();
    private final Values values;
    private final boolean hasBiases;
    private final boolean isModulated;

    /**
     * A network.
     *
     * @param initial weights {@code [post][pre]} of each layer with which the episode begins
     */
    RateNetworkReference(LayerReference.Settings settings, List<double[][]> initial, boolean hasBiases, Values values) {
        for (int layer = 0; layer < initial.size(); layer++) {
            layers.add(new LayerReference(layer, settings, initial.get(layer), values));
        }
        this.values = values;
        this.hasBiases = hasBiases;
        this.isModulated = List.of("neuromodulated", "three-factor").contains(settings.rule());
    }

    double[] step(double[] input) {
        List<double[]> activities = new ArrayList<>(List.of(input));
        for (int layer = 0; layer < layers.size(); layer++) {
            double[] activity = layers.get(layer).input(activities.get(layer));
            for (int j = 0; j < activity.length; j++) {
                double bias = hasBiases ? values.block("layer-" + layer + "/biases")[j] : 0;
                activity[j] = Math.tanh(activity[j] + bias);
            }
            activities.add(activity);
        }
        double third = isModulated ? third(activities) : 0;
        for (int layer = 0; layer < layers.size(); layer++) {
            layers.get(layer).learn(activities.get(layer), activities.get(layer + 1), third);
        }
        return activities.get(layers.size());
    }

    private double third(List<double[]> activities) {
        double[] weights = values.block("modulator/weights");
        double sum = values.block("modulator/bias")[0];
        int next = 0;
        for (double[] layer : activities.subList(1, activities.size())) {
            for (double activity : layer) {
                sum += weights[next++] * activity;
            }
        }
        return Math.tanh(sum);
    }

    double[][] weights(int layer) {
        return layers.get(layer).weights;
    }
}
