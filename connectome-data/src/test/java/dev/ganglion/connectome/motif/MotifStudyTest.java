package dev.ganglion.connectome.motif;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.graph.RandomGraphs;
import dev.ganglion.connectome.graph.SignedGraph;
import dev.ganglion.connectome.graph.Triad;
import dev.ganglion.connectome.graph.TriadCensus;
import dev.ganglion.connectome.nullmodel.NullModel;
import dev.ganglion.connectome.worm.WormConnectome;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MotifStudyTest {
    @Test
    void counts_ofTheLocomotionCircuit_areWhatBruteForceFinds() {
        // Counted over all ordered triples of the 85 neurons by another program.
        MotifCounts counts = MotifCounts.of(SignedGraph.amongNeurons(WormConnectome.locomotion(), SignReading.DEFAULT));
        then(counts.all())
                .isEqualTo(Map.of(
                        CircuitMotif.FEED_FORWARD, 1462L,
                        CircuitMotif.MUTUAL, 97L,
                        CircuitMotif.FEEDBACK, 232L,
                        CircuitMotif.LATERAL, 254L));
        then(counts.inhibitory())
                .isEqualTo(Map.of(
                        CircuitMotif.FEED_FORWARD, 139L,
                        CircuitMotif.MUTUAL, 1L,
                        CircuitMotif.FEEDBACK, 79L,
                        CircuitMotif.LATERAL, 11L));
    }

    @Test
    void counts_ofAnyGraph_followFromItsTriads() {
        // How often each pattern is contained in each triad, counted from the drawings.
        SignedGraph graph = RandomGraphs.of(20, 0.3, 7);
        TriadCensus triads = TriadCensus.of(graph);
        MotifCounts counts = MotifCounts.of(graph);
        long feedForward = triads.count(Triad.T030T)
                + 2 * triads.count(Triad.T120D)
                + 2 * triads.count(Triad.T120U)
                + triads.count(Triad.T120C)
                + 3 * triads.count(Triad.T210)
                + 6 * triads.count(Triad.T300);
        long feedback = triads.count(Triad.T030C)
                + triads.count(Triad.T120C)
                + triads.count(Triad.T210)
                + 2 * triads.count(Triad.T300);
        long lateral = triads.count(Triad.T120D) + triads.count(Triad.T210) + 3 * triads.count(Triad.T300);
        then(counts.count(CircuitMotif.FEED_FORWARD, false)).isEqualTo(feedForward);
        then(counts.count(CircuitMotif.FEEDBACK, false)).isEqualTo(feedback);
        then(counts.count(CircuitMotif.LATERAL, false)).isEqualTo(lateral);
    }

    @Test
    void study_sameSeed_givesTheSame() {
        MotifStudy first = study(5);
        then(study(5)).isEqualTo(first);
        then(study(6)).isNotEqualTo(first);
        then(first.findings()).hasSize(8);
        then(first.asText().lines()).hasSize(9).anyMatch(line -> line.startsWith("feedback, inhibitory"));
    }

    @Test
    void study_worm_hasMoreMutualPairsThanItsDegreesExplain() {
        // Varshney et al. 2011 report reciprocal connections over-represented several fold.
        MotifStudy study = MotifStudy.of(
                WormConnectome.hermaphrodite(),
                SignReading.DEFAULT,
                NullModel.DEGREE_PRESERVING,
                5,
                new SplittableRandom(1));
        MotifStudy.Finding mutual = study.findings().stream()
                .filter(finding -> finding.motif() == CircuitMotif.MUTUAL && !finding.inhibitoryForm())
                .findFirst()
                .orElseThrow();
        then(mutual.observed()).isEqualTo(672);
        then(mutual.zScore()).isGreaterThan(10);
        then(mutual.pValue(5)).isCloseTo(2.0 / 6, within(1e-15));
    }

    @Test
    void study_ofOneDraw_isRefused() {
        thenThrownBy(() -> MotifStudy.of(
                        WormConnectome.locomotion(), SignReading.DEFAULT, NullModel.DENSE, 1, new SplittableRandom(1)))
                .hasMessageContaining("at least 2 draws");
    }

    private static MotifStudy study(long seed) {
        return MotifStudy.of(
                WormConnectome.locomotion(),
                SignReading.DEFAULT,
                NullModel.DEGREE_PRESERVING,
                5,
                new SplittableRandom(seed));
    }
}
