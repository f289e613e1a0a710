package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.parameter.WeightGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the weights of a circuit stand: first those that are learned, then those that are not.
 *
 * @param learned the weights of the parameter vector, in its order
 * @param fixed all others
 */
record WeightTable(List<WeightGroup> learned, List<WeightGroup> fixed) {
    static WeightTable of(Circuit circuit) {
        return new WeightTable(
                circuit.groups().stream().filter(WeightGroup::isLearned).toList(),
                circuit.groups().stream().filter(group -> !group.isLearned()).toList());
    }

    /** Place of each weight by name. */
    Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        learned.forEach(group -> places.put(group.name(), places.size()));
        fixed.forEach(group -> places.put(group.name(), places.size()));
        return places;
    }

    /** The values of those that are not learned. */
    float[] fixedValues() {
        float[] values = new float[fixed.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((InitialValue.Fixed) fixed.get(i).initial()).value();
        }
        return values;
    }
}
