package dev.ganglion.connectome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Where a motor neuron acts: the muscles it drives by chemical synapses, rather than where its cell body lies.
 *
 * <p>The idea and the word are those of Haspel and O'Donovan ({@link Citation#HASPEL_2011}); the weighted mean is ours.
 *
 * @param firstRow the foremost muscle row it drives, from 1
 * @param lastRow the hindmost muscle row it drives
 * @param position mean position of its muscles, weighted by the synapses' weights, from 0 (head) to 1 (tail); NaN if
 *     the muscles' positions are not known
 * @param dorsalShare share of its weight onto muscle that goes to dorsal muscles, from 0 to 1
 */
public record Perimotor(int firstRow, int lastRow, double position, double dorsalShare) {
    /** For each neuron with a chemical synapse on a muscle, where it acts; in the order of the neurons. */
    public static Map<String, Perimotor> of(Connectome connectome) {
        Map<String, Muscle> muscles = connectome.musclesByName();
        Map<String, List<Synapse>> bySource = connectome.chemical().stream()
                .filter(synapse -> muscles.containsKey(synapse.post()))
                .collect(Collectors.groupingBy(Synapse::pre));
        Map<String, Perimotor> result = new LinkedHashMap<>();
        for (Neuron neuron : connectome.neurons()) {
            List<Synapse> junctions = bySource.get(neuron.name());
            if (junctions != null) {
                result.put(neuron.name(), of(junctions, muscles));
            }
        }
        return result;
    }

    private static Perimotor of(List<Synapse> junctions, Map<String, Muscle> muscles) {
        int first = Integer.MAX_VALUE;
        int last = 0;
        double total = 0;
        double moment = 0;
        double dorsal = 0;
        for (Synapse junction : junctions) {
            Muscle muscle = Objects.requireNonNull(muscles.get(junction.post()));
            first = Math.min(first, muscle.row());
            last = Math.max(last, muscle.row());
            total += junction.weight();
            moment += junction.weight() * muscle.position();
            dorsal += muscle.quadrant().isDorsal() ? junction.weight() : 0;
        }
        return new Perimotor(first, last, moment / total, dorsal / total);
    }
}
