package dev.ganglion.connectome.graph;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.worm.WormConnectome;
import org.junit.jupiter.api.Test;

class SpectralRadiusTest {
    @Test
    void of_rotation_isItsScale() {
        // Eigenvalues 2 exp(±i) have the same size, where power iteration turns for ever.
        double c = 2 * Math.cos(1);
        double s = 2 * Math.sin(1);
        then(SpectralRadius.of(new double[][] {{c, -s}, {s, c}})).isCloseTo(2, within(1e-12));
    }

    @Test
    void of_plusAndMinus_isTheirSize() {
        then(SpectralRadius.of(new double[][] {{0, 3}, {3, 0}})).isCloseTo(3, within(1e-12));
    }

    @Test
    void of_jordanBlock_isItsEigenvalue() {
        then(SpectralRadius.of(new double[][] {{0.5, 100, 0}, {0, 0.5, 100}, {0, 0, 0.5}}))
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void of_circuitWithoutCycles_isZero() {
        then(SpectralRadius.of(new double[][] {{0, 0, 0}, {5, 0, 0}, {-7, 9, 0}}))
                .isZero();
        then(SpectralRadius.of(new double[0][0])).isZero();
    }

    @Test
    void of_verySmallAndVeryLarge_neitherVanishNorOverflow() {
        then(SpectralRadius.of(new double[][] {{1e-150}})).isCloseTo(1e-150, within(1e-160));
        then(SpectralRadius.of(new double[][] {{1e150, 0}, {1, 1}}) / 1e150).isCloseTo(1, within(1e-10));
    }

    @Test
    void of_worm_isWhatNumpyFinds() {
        // numpy 2.4.6, max(abs(linalg.eigvals(W))) of the shipped table.
        Connectome locomotion = WormConnectome.locomotion();
        then(SpectralRadius.of(WeightMatrix.of(locomotion, SignReading.DEFAULT)))
                .isCloseTo(66.88666978205451, within(1e-8));
        Connectome worm = WormConnectome.hermaphrodite();
        then(SpectralRadius.of(WeightMatrix.of(worm, SignReading.DEFAULT))).isCloseTo(88.00942954937337, within(1e-8));
    }

    @Test
    void of_notSquareOrNotFinite_isRefused() {
        thenThrownBy(() -> SpectralRadius.of(new double[][] {{1, 2}})).hasMessageContaining("square");
        thenThrownBy(() -> SpectralRadius.of(new double[][] {{Double.NaN}})).hasMessageContaining("not finite");
    }
}
