package dev.ganglion.controllers.circuitnet;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.PlainSpecs;
import dev.ganglion.controllers.recurrent.RecurrentController;
import dev.ganglion.environments.options.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WormUnitsTest {
    @Test
    void classes_areThoseOfTheLocomotionCircuit() {
        then(WormUnits.classes().names())
                .containsExactlyInAnyOrder(
                        "DA", "DB", "DD", "VA", "VB", "VD", "AS", "VC", "AVA", "AVB", "AVD", "AVE", "PVC");
    }

    // White et al. 1986: excitatory motor neurons drive the inhibitory ones of the opposite side, A-type neurons are
    // driven by AVA, and no motor neuron of the D type signals to a command interneuron.
    @Test
    void classes_hearWhomTheyAreSignalledToBy() {
        then(heard("VD")).contains("DA", "DB", "VD");
        then(heard("DD")).contains("VA", "VB", "DD");
        then(heard("DA")).contains("AVA", "AVE").doesNotContain("PVC");
        then(heard("AVE")).doesNotContain("VD", "DD");
    }

    private static List<String> heard(String hearing) {
        UnitGraph.Wired graph = WormUnits.classes();
        boolean[] row = graph.joined(13)[graph.names().indexOf(hearing)];
        List<String> heard = new ArrayList<>();
        for (int unit = 0; unit < row.length; unit++) {
            if (row[unit]) {
                heard.add(graph.names().get(unit));
            }
        }
        return heard;
    }

    @Test
    void communities_hearThemselvesAndSomeOthers() {
        UnitGraph.Wired graph = WormUnits.communities();
        int units = graph.names().size();
        boolean[][] joined = graph.joined(units);

        then(units).isBetween(3, 10);
        for (int unit = 0; unit < units; unit++) {
            then(joined[unit][unit]).isTrue();
        }
        then(java.util.Arrays.deepEquals(joined, new UnitGraph.Complete().joined(units)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"worm-classes", "worm-communities"})
    void bind_graphOfTheWorm_decidesTheNumberOfUnits(String graph) {
        RecurrentController controller = (RecurrentController)
                Controllers.parse("circuitnet:neurons=4,graph=" + graph).bind(PlainSpecs.choice(3, 2));

        CircuitNetDesign design = ((CircuitNetCell) controller.cell()).design();
        then(design.units()).isEqualTo(design.graph().units().orElseThrow());
    }

    @Test
    void joined_anotherNumberOfUnits_isRefused() {
        thenThrownBy(() -> WormUnits.classes().joined(8))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("13 units, not 8");
    }
}
