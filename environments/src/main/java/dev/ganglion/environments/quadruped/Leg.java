package dev.ganglion.environments.quadruped;

import dev.ganglion.environments.signal.Side;
import java.util.List;
import java.util.Locale;

/** One of the four legs, in the order in which their signals are listed. */
/*
 * The ranges are those to which the position commands of the NCAP quadruped map (N. Bhattasali et al. 2024, "Neural
 * circuit architectural priors for quadruped locomotion", arXiv 2410.07174), for thigh and calf.
 */
enum Leg {
    FORE_LEFT(0, true, Side.LEFT),
    FORE_RIGHT(1, true, Side.RIGHT),
    HIND_LEFT(2, false, Side.LEFT),
    HIND_RIGHT(3, false, Side.RIGHT);

    /** All legs by number. */
    static final List<Leg> ALL = List.of(values());

    /** Hip and knee of each leg. */
    static final int JOINTS = 2 * ALL.size();

    private static final JointRange FORE_HIP = new JointRange(-0.6, 0.4, 1.2);
    private static final JointRange HIND_HIP = new JointRange(-0.3, 0.7, 1.5);
    private static final JointRange KNEE = new JointRange(-2, -1.2, -0.92);

    private final int number;
    private final boolean isFore;
    private final Side side;

    Leg(int number, boolean isFore, Side side) {
        this.number = number;
        this.isFore = isFore;
        this.side = side;
    }

    /** The leg to which a joint belongs. */
    static Leg ofJoint(int joint) {
        return ALL.get(joint / 2);
    }

    /** Whether a joint is a knee, not a hip. */
    static boolean isKnee(int joint) {
        return joint % 2 == 1;
    }

    /** The range of a joint's position commands. */
    static JointRange range(int joint) {
        if (isKnee(joint)) {
            return KNEE;
        }
        return ofJoint(joint).isFore ? FORE_HIP : HIND_HIP;
    }

    /** Name of a joint, such as {@code fore-left-knee}. */
    static String jointTitle(int joint) {
        return ofJoint(joint).title() + (isKnee(joint) ? "-knee" : "-hip");
    }

    /** Name, such as {@code fore-left}. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its place in the order of the signals, from 0. */
    int number() {
        return number;
    }

    int hip() {
        return 2 * number;
    }

    int knee() {
        return hip() + 1;
    }

    Side side() {
        return side;
    }

    /** Place of its hip along the torso, from 0 at the front end to 1 at the rear end. */
    double position() {
        return 0.5 - hipX() / Anatomy.TORSO_LENGTH;
    }

    /** Distance in m of its hip from the torso's middle, positive ahead. */
    double hipX() {
        return isFore ? Anatomy.HIP_DISTANCE / 2 : -Anatomy.HIP_DISTANCE / 2;
    }
}
