package dev.ganglion.connectome.worm;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.connectome.Sign;
import org.junit.jupiter.api.Test;

class SwimmerOriginTest {
    @Test
    void weights_signs_areThoseOfTheCircuit() {
        // Bhattasali et al. 2022: contra and speed are negative, all others positive.
        then(SwimmerOrigin.weights())
                .filteredOn(weight -> weight.sign() == Sign.INHIBITORY)
                .extracting(SwimmerOrigin.Weight::weight)
                .containsExactly("contra", "speed");
        then(SwimmerOrigin.weights())
                .hasSize(6)
                .allSatisfy(weight -> then(weight.sources()).isNotEmpty());
    }

    @Test
    void units_inhibitoryNeurons_haveNoUnitOfTheirOwn() {
        then(SwimmerOrigin.units())
                .filteredOn(unit -> !unit.explicit())
                .extracting(SwimmerOrigin.Unit::unit)
                .containsExactly("D");
    }
}
