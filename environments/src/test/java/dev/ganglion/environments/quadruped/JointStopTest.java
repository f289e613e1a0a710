package dev.ganglion.environments.quadruped;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import org.junit.jupiter.api.Test;

class JointStopTest {
    private final JointStop hip = JointStop.of(Leg.FORE_LEFT.hip());

    @Test
    void torque_betweenTheStops_isNothing() {
        then(hip.torque(2, 5)).isZero();
        then(hip.torque(-1.2, -5)).isZero();
        then(hip.energy(1)).isZero();
    }

    @Test
    void torque_beyondAStop_pushesBackAndNeverPulls() {
        // 500 · 0.1 + 3 · 2
        then(hip.torque(2.1, 2)).isCloseTo(-56, within(1e-9));
        then(hip.torque(2.1, -2)).isCloseTo(-44, within(1e-9));
        then(hip.torque(2.1, -20)).isZero();
        then(hip.torque(-1.3, -2)).isCloseTo(56, within(1e-9));
        then(hip.energy(2.1)).isCloseTo(2.5, within(1e-9));
    }
}
