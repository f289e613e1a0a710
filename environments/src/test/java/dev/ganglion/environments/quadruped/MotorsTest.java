package dev.ganglion.environments.quadruped;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.quadruped.Motors.Actuation;
import org.junit.jupiter.api.Test;

class MotorsTest {
    private static final JointRange RANGE = new JointRange(-0.6, 0.4, 1.2);
    private static final Motors POSITION = new Motors(Actuation.POSITION, 20, 60, 3);
    private static final Motors TORQUE = POSITION.with(Actuation.TORQUE);

    @Test
    void target_ofACommand_isLinearOnEitherSideOfTheStandingPosture() {
        then(RANGE.target(-1)).isCloseTo(-0.6, within(1e-12));
        then(RANGE.target(-0.5)).isCloseTo(-0.1, within(1e-12));
        then(RANGE.target(0)).isEqualTo(0.4);
        then(RANGE.target(0.5)).isCloseTo(0.8, within(1e-12));
        then(RANGE.target(1)).isCloseTo(1.2, within(1e-12));
    }

    @Test
    void torque_toAPosition_isASpringAndADamper() {
        // 60 (0.4 - 0.3) - 3 · 1.5
        then(POSITION.torque(0, RANGE, 0.3, 1.5, 1)).isCloseTo(1.5, within(1e-12));
        // 60 (1.2 - 0.3) = 54, of which there are 20.
        then(POSITION.torque(1, RANGE, 0.3, 0, 1)).isEqualTo(20);
    }

    @Test
    void torque_moving_fallsToNothingAtTheNoLoadSpeed() {
        then(TORQUE.torque(1, RANGE, 0, 10.5, 1)).isCloseTo(10, within(1e-12));
        then(TORQUE.torque(1, RANGE, 0, 21, 1)).isCloseTo(0, within(1e-12));
        then(TORQUE.torque(1, RANGE, 0, 42, 1)).isCloseTo(-20, within(1e-12));
        then(TORQUE.torque(1, RANGE, 0, -10.5, 1)).isEqualTo(20);
        then(TORQUE.torque(-1, RANGE, 0, -10.5, 1)).isCloseTo(-10, within(1e-12));
    }

    @Test
    void torque_ofAWeakenedMotor_isAShareOfIt() {
        then(TORQUE.torque(0.5, RANGE, 0, 0, 0.3)).isCloseTo(3, within(1e-12));
        then(POSITION.torque(1, RANGE, 0.3, 0, 0.3)).isCloseTo(6, within(1e-12));
    }
}
