package dev.ganglion.agents.ppo;

/**
 * Which of two ways of doing the same is faster at present: in one piece, or in two halves side by side. Halves lose where
 * steps are so short that hand-overs count, and where other processes want the second processor.
 *
 * <p>It stays with the faster way and tries the other for a few steps now and then, more seldom each time the other loses.
 * The results are the same to the last bit, so it may go by the clock.
 */
final class Pace {
    /** Steps of a trial. The first is not counted, as caches are cold and threads asleep. */
    static final int TRIAL = 8;

    /** Steps between two trials, at first and at most. */
    static final int FIRST_PAUSE = 64;

    static final int LONGEST_PAUSE = 4096;

    /** A trial ends with the first step that takes so many times as long as the faster way. */
    private static final double HOPELESS = 3;

    /** The slower way becomes the faster one only by this factor, so that noise decides nothing. */
    private static final double MARGIN = 0.95;

    /** Weight of the latest step in the mean, and how many times the mean it may count at most. */
    private static final double WEIGHT = 1 / 32.0;

    private static final double LONGEST = 4;

    private boolean halvesAreFaster = true;
    private double ofFaster = Double.NaN;
    private double ofOther = Double.NaN;
    private boolean trying;
    private int pause = FIRST_PAUSE;
    private int taken;

    /** Whether the next step is to be taken in halves. */
    boolean inHalves() {
        return halvesAreFaster != trying;
    }

    /** Takes note of how long that step took. */
    void took(long nanos) {
        taken++;
        if (trying) {
            tried((double) nanos);
        } else {
            ofFaster = taken == 1 ? ofFaster : mean(ofFaster, (double) nanos);
            if (ofFaster * MARGIN > ofOther) {
                swap();
            } else if (taken >= pause) {
                trying = true;
                taken = 0;
                ofOther = Double.NaN;
            }
        }
    }

    private void tried(double nanos) {
        boolean hopeless = taken > 1 && nanos > HOPELESS * ofFaster;
        if (taken > 1) {
            ofOther = Double.isNaN(ofOther) ? nanos : ofOther + (nanos - ofOther) / (taken - 1);
        }
        if (hopeless || taken > TRIAL) {
            trying = false;
            taken = 0;
            if (ofOther < ofFaster * MARGIN) {
                swap();
            } else {
                pause = Math.min(2 * pause, LONGEST_PAUSE);
            }
        }
    }

    private void swap() {
        halvesAreFaster = !halvesAreFaster;
        double kept = ofFaster;
        ofFaster = ofOther;
        ofOther = kept;
        pause = FIRST_PAUSE;
        taken = 0;
    }

    private static double mean(double before, double nanos) {
        return Double.isNaN(before) ? nanos : before + (Math.min(nanos, LONGEST * before) - before) * WEIGHT;
    }
}
