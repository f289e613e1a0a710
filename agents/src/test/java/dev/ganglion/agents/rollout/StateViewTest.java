package dev.ganglion.agents.rollout;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.StateSpec;
import dev.ganglion.environments.signal.Signal;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StateViewTest {
    private static final Offset<Float> ROUNDING = within(1e-6f);
    private static final StateSpec STATE =
            new StateSpec(StateSpec.Kind.TRAINED, List.of("oscillator/phase", "voltage"), List.of(60, 0));
    private static final StateView VIEW = StateView.of(STATE);

    @Test
    void write_putsWhatComesRoundOnACircleAndLeavesTheRest() {
        float[] row = new float[5];
        VIEW.write(new float[] {-1, 15, 7}, 1, row, 1);

        // A quarter of the period: (cos π/2, sin π/2).
        then(row[1]).isCloseTo(0, ROUNDING);
        then(row[2]).isCloseTo(1, ROUNDING);
        then(row[3]).isEqualTo(7);
        then(row[0]).isZero();
        then(row[4]).isZero();
    }

    @Test
    void write_ofTheLastPhase_liesBesideTheFirst() {
        float[] first = new float[3];
        float[] last = new float[3];
        VIEW.write(new float[] {0, 0}, 0, first, 0);
        VIEW.write(new float[] {59, 0}, 0, last, 0);

        // The chord of 6 degrees is 2 sin 3°.
        then((float) Math.hypot(first[0] - last[0], first[1] - last[1])).isCloseTo(0.10467191f, ROUNDING);
    }

    @Test
    void signals_nameBothCoordinatesOfWhatComesRound() {
        then(VIEW.width()).isEqualTo(3);
        then(VIEW.signals())
                .extracting(Signal::name)
                .containsExactly("state/oscillator/phase/cos", "state/oscillator/phase/sin", "state/voltage");
    }

    /** Neurons have names of their own, such as F.fl or AVAL, which are no signals'. */
    @Test
    void signals_ofNeuronsWithCapitals_areToldApart() {
        StateSpec neurons =
                new StateSpec(StateSpec.Kind.TRAINED, List.of("active/F.fl", "active/f.fl", "v/DB1"), List.of(0, 0, 0));

        then(StateView.of(neurons).signals())
                .extracting(Signal::name)
                .containsExactly("state/0/active/f-fl", "state/1/active/f-fl", "state/2/v/db1");
    }

    @Test
    void ofPhases_leavesOutWhatDoesNotComeRound() {
        then(StateView.ofPhases(STATE).signals())
                .extracting(Signal::name)
                .containsExactly("state/oscillator/phase/cos", "state/oscillator/phase/sin");
    }

    @Test
    void none_showsNothing() {
        then(StateView.none().width()).isZero();
        then(StateView.none().signals()).isEmpty();
    }
}
