package dev.ganglion.connectome.motif;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.graph.SignedGraph;
import dev.ganglion.connectome.nullmodel.Block;
import dev.ganglion.connectome.nullmodel.NullModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * How often the motifs occur among a connectome's neurons, and how far that is from a null model.
 *
 * @param nullModel the null model
 * @param draws how many connectomes were drawn from it, at least 2
 * @param findings two for each motif: any signs, then the inhibitory form
 */
public record MotifStudy(NullModel nullModel, int draws, List<Finding> findings) {
    /** Copies the list. */
    public MotifStudy {
        findings = List.copyOf(findings);
    }

    /**
     * One motif.
     *
     * @param motif the motif
     * @param inhibitoryForm whether only its inhibitory form is counted
     * @param observed occurrences in the connectome
     * @param mean mean occurrences in the draws
     * @param standardDeviation standard deviation of the occurrences in the draws (n − 1)
     * @param atLeastAsMany draws with at least as many occurrences
     * @param atMostAsMany draws with at most as many occurrences
     */
    public record Finding(
            CircuitMotif motif,
            boolean inhibitoryForm,
            long observed,
            double mean,
            double standardDeviation,
            int atLeastAsMany,
            int atMostAsMany) {
        /** Standard deviations by which the connectome has more than the draws; NaN if all draws are alike. */
        public double zScore() {
            return standardDeviation == 0 ? Double.NaN : (observed - mean) / standardDeviation;
        }

        /**
         * Chance to be as far out on either side if the connectome were one more draw: 2 (1 + draws as far out) / (1 +
         * draws), at most 1.
         */
        public double pValue(int draws) {
            return Math.min(1, 2.0 * (1 + Math.min(atLeastAsMany, atMostAsMany)) / (1 + draws));
        }
    }

    /**
     * Counts the motifs of a connectome and of draws from a null model of its chemical wiring.
     *
     * @throws IllegalArgumentException for fewer than 2 draws
     */
    public static MotifStudy of(
            Connectome connectome, SignReading reading, NullModel nullModel, int draws, RandomGenerator random) {
        if (draws < 2) {
            throw new IllegalArgumentException("A spread needs at least 2 draws, not " + draws);
        }
        Connectome neuronsOnly = connectome.restrictedTo(Neuron.class::isInstance);
        MotifCounts observed = MotifCounts.of(SignedGraph.amongNeurons(neuronsOnly, reading));
        List<MotifCounts> drawn = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            Connectome nullConnectome = nullModel.apply(neuronsOnly, Set.of(Block.CHEMICAL), reading, random);
            drawn.add(MotifCounts.of(SignedGraph.amongNeurons(nullConnectome, reading)));
        }
        List<Finding> findings = new ArrayList<>();
        for (CircuitMotif motif : CircuitMotif.values()) {
            for (boolean inhibitoryForm : new boolean[] {false, true}) {
                findings.add(finding(motif, inhibitoryForm, observed, drawn));
            }
        }
        return new MotifStudy(nullModel, draws, findings);
    }

    /** The findings as a table of text. */
    public String asText() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-24s %9s %11s %9s %8s %8s   against %d draws of %s\n",
                "motif",
                "observed",
                "mean",
                "sd",
                "z",
                "p",
                draws,
                nullModel.id()));
        for (Finding finding : findings) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-24s %9d %11.1f %9.1f %8.1f %8.4f\n",
                    finding.motif().id() + (finding.inhibitoryForm() ? ", inhibitory" : ""),
                    finding.observed(),
                    finding.mean(),
                    finding.standardDeviation(),
                    finding.zScore(),
                    finding.pValue(draws)));
        }
        return text.toString();
    }

    private static Finding finding(
            CircuitMotif motif, boolean inhibitoryForm, MotifCounts observed, List<MotifCounts> drawn) {
        long count = observed.count(motif, inhibitoryForm);
        double[] counts = drawn.stream()
                .mapToDouble(draw -> draw.count(motif, inhibitoryForm))
                .toArray();
        double mean = 0;
        for (double each : counts) {
            mean += each / counts.length;
        }
        double squares = 0;
        int above = 0;
        int below = 0;
        for (double each : counts) {
            squares += (each - mean) * (each - mean);
            above += each >= count ? 1 : 0;
            below += each <= count ? 1 : 0;
        }
        return new Finding(motif, inhibitoryForm, count, mean, Math.sqrt(squares / (counts.length - 1)), above, below);
    }
}
