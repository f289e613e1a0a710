package dev.ganglion.connectome.graph;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Role;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.Synapse;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a connectome consists of, on one page.
 *
 * @param name what it is a connectome of
 * @param neuronsByRole how many neurons of each role there are
 * @param classes how many classes of neurons there are
 * @param muscles how many muscles there are
 * @param amongNeurons chemical connections among neurons
 * @param ontoMuscle chemical connections onto muscle
 * @param gapJunctions gap junctions, each counted once; weights are means of both sides
 * @param statistics how the neurons are joined
 * @param spectralRadius spectral radius of the signed weights among neurons
 */
public record ConnectomeSummary(
        String name,
        Map<Role, Long> neuronsByRole,
        long classes,
        int muscles,
        Bundle amongNeurons,
        Bundle ontoMuscle,
        Bundle gapJunctions,
        GraphStatistics statistics,
        double spectralRadius) {
    private static final int HUBS = 5;

    /** Copies the map. */
    public ConnectomeSummary {
        neuronsByRole = new EnumMap<>(neuronsByRole);
    }

    /**
     * Some connections taken together.
     *
     * @param connections how many there are
     * @param weight their total weight
     */
    public record Bundle(int connections, double weight) {
        private static Bundle of(List<Synapse> synapses) {
            return new Bundle(
                    synapses.size(),
                    synapses.stream().mapToDouble(Synapse::weight).sum());
        }

        private String text() {
            return "%d of weight %s".formatted(connections, number(weight));
        }
    }

    /** Summarises a connectome; signs are read as asked. */
    public static ConnectomeSummary of(Connectome connectome, SignReading reading) {
        Map<String, Muscle> muscles = connectome.musclesByName();
        Map<Boolean, List<Synapse>> ontoMuscle = connectome.chemical().stream()
                .collect(Collectors.partitioningBy(synapse -> muscles.containsKey(synapse.post())));
        EnumMap<Role, Long> roles = new EnumMap<>(Role.class);
        connectome.neurons().forEach(neuron -> roles.merge(neuron.role(), 1L, Long::sum));
        return new ConnectomeSummary(
                connectome.name(),
                roles,
                connectome.neurons().stream().map(Neuron::cellClass).distinct().count(),
                connectome.muscles().size(),
                Bundle.of(ontoMuscle.getOrDefault(false, List.of())),
                Bundle.of(ontoMuscle.getOrDefault(true, List.of())),
                new Bundle(
                        connectome.gapJunctions().size(),
                        connectome.gapJunctions().stream()
                                .mapToDouble(junction -> junction.weight())
                                .sum()),
                GraphStatistics.of(connectome, reading),
                SpectralRadius.of(WeightMatrix.of(connectome, reading)));
    }

    /** The neurons with the most partners, most first. */
    public List<GraphStatistics.Degree> hubs() {
        return statistics.degrees().stream()
                .sorted(Comparator.comparingInt(GraphStatistics.Degree::total)
                        .reversed()
                        .thenComparing(GraphStatistics.Degree::neuron))
                .limit(HUBS)
                .toList();
    }

    /** The page as text, a fact a line. */
    public String asText() {
        long neurons =
                neuronsByRole.values().stream().mapToLong(Long::longValue).sum();
        return Stream.of(
                        name,
                        "neurons              %d in %d classes (%s)".formatted(neurons, classes, roles()),
                        "muscles              %d".formatted(muscles),
                        "chemical             %s among neurons (%d onto themselves), %s onto muscle"
                                .formatted(amongNeurons.text(), statistics.loops(), ontoMuscle.text()),
                        "gap junctions        " + gapJunctions.text(),
                        "density              %s of the ordered pairs of neurons"
                                .formatted(share(statistics.density())),
                        "mean degree          %s".formatted(number(statistics.meanDegree())),
                        "reciprocity          %s of the connections are answered"
                                .formatted(share(statistics.reciprocity())),
                        "signs                " + signs(),
                        "excitation           %s times inhibition by number, %s by weight"
                                .formatted(
                                        number(statistics.excitatoryToInhibitoryEdges()),
                                        number(statistics.excitatoryToInhibitoryWeight())),
                        "spectral radius      %s".formatted(number(spectralRadius)),
                        "most partners        " + hubText(),
                        "triads               " + triads())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String roles() {
        return neuronsByRole.entrySet().stream()
                .map(role -> role.getValue() + " " + role.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private String signs() {
        return Stream.of(Sign.values())
                .map(sign ->
                        statistics.edgesBySign().get(sign) + " " + sign.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private String hubText() {
        return hubs().stream()
                .map(hub -> "%s %d in %d out".formatted(hub.neuron(), hub.in(), hub.out()))
                .collect(Collectors.joining(", "));
    }

    private String triads() {
        return statistics.triads().counts().entrySet().stream()
                .map(triad -> triad.getKey().code() + " " + triad.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "none" : String.format(Locale.ROOT, "%.1f %%", 100 * value);
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "undefined" : "infinitely many";
        }
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
