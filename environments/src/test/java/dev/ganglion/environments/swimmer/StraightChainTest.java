package dev.ganglion.environments.swimmer;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StraightChainTest {
    /** kg m² of one unit of the simulation's inertia. */
    private static final double INERTIA_UNIT = 0.01 * 0.1 * 0.1;

    @Test
    void mobilities_fiveJoints_areMuJoCos() {
        // dof_invweight0 of dm_control's swimmer6.
        double[] expected = {148700, 110662, 108888, 110662, 148700};
        double[] mobilities = StraightChain.mobilities(ChainModel.of(SwimmerParameters.STANDARD));
        for (int joint = 0; joint < expected.length; joint++) {
            then(mobilities[joint] / INERTIA_UNIT).isCloseTo(expected[joint], within(0.6));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 11, 30})
    void mobilities_anyLength_areTheReferences(int joints) {
        double[] expected = new ReferenceSwimmer(joints, 0).mobility();
        double[] mobilities = StraightChain.mobilities(ChainModel.of(SwimmerParameters.STANDARD.withJoints(joints)));
        for (int joint = 0; joint < expected.length; joint++) {
            then(mobilities[joint] / INERTIA_UNIT).isCloseTo(expected[joint], within(1e-6 * expected[joint]));
        }
    }
}
