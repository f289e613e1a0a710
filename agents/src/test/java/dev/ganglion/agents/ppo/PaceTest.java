package dev.ganglion.agents.ppo;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.environments.random.RandomStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final int STEPS = 100_000;

    private final Pace pace = new Pace();

    /** Takes steps of so many nanoseconds and counts those in halves. */
    private int halves(int steps, long inHalves, long inOnePiece) {
        int halves = 0;
        for (int i = 0; i < steps; i++) {
            boolean half = pace.inHalves();
            halves += half ? 1 : 0;
            pace.took(half ? inHalves : inOnePiece);
        }
        return halves;
    }

    @Test
    void halvesThatAreFaster_areTaken() {
        then(halves(STEPS, 200_000, 300_000)).isGreaterThan(STEPS * 99 / 100);
    }

    @Test
    void halvesThatAreSlower_areHardlyTaken() {
        then(halves(STEPS, 400_000, 300_000)).isBetween(1, Pace.FIRST_PAUSE + STEPS / 100);
    }

    @Test
    void halvesThatAreFarSlower_areTriedForTwoStepsAtATime() {
        halves(10 * Pace.FIRST_PAUSE, 3_000_000, 300_000);
        then(halves(Pace.LONGEST_PAUSE, 3_000_000, 300_000)).isBetween(2, 2 * 5);
    }

    @Test
    void whatBecomesSlower_isLeft_andTakenAgainOnceItIsFaster() {
        halves(STEPS, 200_000, 300_000);
        then(halves(2_000, 3_000_000, 300_000)).isLessThan(100);
        halves(2 * Pace.LONGEST_PAUSE, 200_000, 300_000);
        then(halves(1_000, 200_000, 300_000)).isGreaterThan(900);
    }

    @Test
    void oneLongStep_changesNothing() {
        halves(STEPS, 200_000, 300_000);
        pace.took(1_000_000_000);
        then(halves(Pace.FIRST_PAUSE, 200_000, 300_000)).isGreaterThan(Pace.FIRST_PAUSE - 2 * Pace.TRIAL);
    }

    @Test
    void waysThatTakeTheSame_areNotChangedByNoise() {
        RandomGenerator random = RandomStreams.named(1, "pace");
        int changes = 0;
        boolean before = true;
        for (int i = 0; i < STEPS; i++) {
            boolean half = pace.inHalves();
            changes += half == before ? 0 : 1;
            before = half;
            pace.took(300_000 + random.nextInt(60_000));
        }
        then(changes).isLessThan(100);
    }
}
