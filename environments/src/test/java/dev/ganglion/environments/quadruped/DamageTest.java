package dev.ganglion.environments.quadruped;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.quadruped.Damage.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamageTest {
    private static QuadrupedBody damaged(String damage) {
        return new QuadrupedBody(QuadrupedParameters.STANDARD, Damage.parse(damage));
    }

    private static double[] all(double command) {
        double[] commands = new double[Leg.JOINTS];
        Arrays.fill(commands, command);
        return commands;
    }

    @Test
    void parse_several_areOrderedByTime() {
        then(Damage.parse("none")).isEmpty();
        then(Damage.parse("lock-fore-left-knee@10+remove-hind-right@2.5+weaken-fore-right-hip"))
                .containsExactly(
                        new Damage(Kind.WEAKEN, List.of(2), 0),
                        new Damage(Kind.REMOVE, List.of(6, 7), 2.5),
                        new Damage(Kind.LOCK, List.of(1), 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lock", "lock-knee", "break-fore-left", "lock-fore-left@", "lock-fore-left@-1", "none+none"})
    void parse_unknownDamage_isRefusedWithAnExample(String damage) {
        thenThrownBy(() -> Environments.parse("quadruped/walk:damage=" + damage))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("damage cannot be '" + damage + "'")
                .hasMessageContaining("lock-fore-left-knee@10");
    }

    @Test
    void lock_atATime_holdsTheAngleOfThatTime() {
        QuadrupedBody body = damaged("lock-fore-left-knee@0.3");
        double[] bend = all(0);
        bend[Leg.FORE_LEFT.knee()] = -1;
        for (int step = 0; step < 10; step++) {
            body.advance(all(0));
        }
        double locked = body.jointAngle(Leg.FORE_LEFT.knee());
        for (int step = 0; step < 50; step++) {
            body.advance(bend);
        }
        then(body.jointAngle(Leg.FORE_LEFT.knee())).isCloseTo(locked, within(0.03));
    }

    @Test
    void weaken_aLeg_leavesThreeTenthsOfItsTorque() {
        QuadrupedBody sound = damaged("none");
        QuadrupedBody weak = damaged("weaken-hind-left");
        sound.advance(all(0.1));
        weak.advance(all(0.1));
        int hip = Leg.HIND_LEFT.hip();
        then(weak.jointTorque(hip) / sound.jointTorque(hip)).isBetween(0.2, 0.5);
        then(weak.jointTorque(0) / sound.jointTorque(0)).isCloseTo(1, within(0.05));
    }

    @Test
    void remove_aLeg_leavesThreeThatCarryTheRest() {
        QuadrupedBody body = damaged("remove-fore-right@0.6");
        int before = body.scene().links().size();
        for (int step = 0; step < 200; step++) {
            body.advance(all(0));
        }
        then(body.scene().links()).hasSize(before - 2);
        then(body.jointAngle(2)).isZero();
        then(body.jointTorque(3)).isZero();
        then(body.isFootDown(1)).isFalse();
        double forces = body.footForce(0) + body.footForce(1) + body.footForce(2) + body.footForce(3);
        then(forces).isCloseTo((12.3 - 1.2) * 9.81, within(0.1));
    }

    @Test
    void remove_aKnee_takesTheShinOnly() {
        QuadrupedBody body = damaged("remove-fore-right-knee");
        then(body.dog().has(Leg.FORE_RIGHT.hip())).isTrue();
        then(body.dog().has(Leg.FORE_RIGHT.knee())).isFalse();
        body.advance(all(0));
        then(body.jointAngle(Leg.FORE_RIGHT.hip())).isNotZero();
    }

    @Test
    void place_afterDamage_mendsEverything() {
        QuadrupedBody body = damaged("remove-fore-right@0.03");
        body.advance(all(0));
        body.advance(all(0));
        then(body.dog().has(2)).isFalse();
        body.place(Terrain.flat(), 0, Stance.standing());
        then(body.dog().has(2)).isTrue();
    }
}
