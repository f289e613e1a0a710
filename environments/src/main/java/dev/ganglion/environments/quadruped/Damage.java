package dev.ganglion.environments.quadruped;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that breaks, and when.
 *
 * @param kind what happens
 * @param joints the joints to which it happens, two for a whole leg
 * @param seconds simulated time at which it happens; 0 is before the first step
 */
record Damage(Kind kind, List<Integer> joints, double seconds) {
    /** What happens to a joint. */
    enum Kind {
        /** It stays at the angle that it has. */
        LOCK,
        /** Its motor gives no more than 30 % of its torque. */
        WEAKEN,
        /** It comes off, with everything below. */
        REMOVE
    }

    /** The word for nothing that breaks. */
    static final String NONE = "none";

    /** How damages are written: {@code lock-fore-left-knee@10+weaken-hind-right}. */
    static final String PATTERN = pattern();

    /** Copies the joints. */
    Damage {
        joints = List.copyOf(joints);
    }

    /** Reads what {@link #PATTERN} matches, in the order in which it happens. */
    static List<Damage> parse(String text) {
        if (text.equals(NONE)) {
            return List.of();
        }
        return Stream.of(text.split("\\+", -1))
                .map(Damage::one)
                .sorted(Comparator.comparingDouble(Damage::seconds))
                .toList();
    }

    private static Damage one(String text) {
        String[] parts = text.split("@", 2);
        int hyphen = parts[0].indexOf('-');
        Kind kind = Kind.valueOf(parts[0].substring(0, hyphen).toUpperCase(Locale.ROOT));
        double seconds = parts.length > 1 ? Double.parseDouble(parts[1]) : 0;
        return new Damage(kind, joints(parts[0].substring(hyphen + 1)), seconds);
    }

    private static List<Integer> joints(String place) {
        List<Integer> joints = new ArrayList<>();
        for (int joint = 0; joint < Leg.JOINTS; joint++) {
            boolean isMeant = Leg.jointTitle(joint).equals(place)
                    || Leg.ofJoint(joint).title().equals(place);
            if (isMeant) {
                joints.add(joint);
            }
        }
        return joints;
    }

    private static String pattern() {
        String kinds = Stream.of(Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("|"));
        String legs = Leg.ALL.stream().map(Leg::title).collect(Collectors.joining("|"));
        String one = "(?:" + kinds + ")-(?:" + legs + ")(?:-hip|-knee)?(?:@[0-9]{1,2}(?:\\.[0-9]+)?)?";
        return NONE + "|" + one + "(?:\\+" + one + ")*";
    }
}
