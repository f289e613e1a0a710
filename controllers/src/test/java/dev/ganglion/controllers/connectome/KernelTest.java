package dev.ganglion.controllers.connectome;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelTest {
    private static final List<Double> PLACES = List.of(0.25, 0.5, 0.75);

    @Test
    void shares_betweenTwoPlaces_areTheirDistancesTurnedRound() {
        then(new Kernel(0.25).shares(0.4375, PLACES)).isEqualTo(Map.of(0, 0.25, 1, 0.75));
    }

    @Test
    void shares_beyondTheLastPlace_areItsAlone() {
        then(new Kernel(0.25).shares(0.9, PLACES)).isEqualTo(Map.of(2, 1.0));
        then(new Kernel(0.25).shares(-0.2, PLACES)).isEqualTo(Map.of(0, 1.0));
    }

    @Test
    void shares_wideTriangle_takesAllPlaces() {
        // Heights 0.5, 1 and 0.5 of a triangle that ends half the body away.
        then(new Kernel(0.5).shares(0.5, PLACES)).isEqualTo(Map.of(0, 0.25, 1, 0.5, 2, 0.25));
    }

    @Test
    void between_reachesTheNextJointOrRow() {
        then(Kernel.between(3, 24)).isEqualTo(new Kernel(0.25));
        then(Kernel.between(49, 24)).isEqualTo(new Kernel(1.0 / 24));
    }
}
