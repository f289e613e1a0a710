package dev.ganglion.connectome.worm;

import dev.ganglion.connectome.Laterality;
import dev.ganglion.connectome.Quadrant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the worm's cells are named.
 *
 * <p>Neurons go by their names in White et al. 1986, ventral cord motor neurons with two digits ({@code DB01}).
 * Body-wall muscles are {@code dBWML1} to {@code vBWMR24}: dorsal or ventral, left or right, and the row from the
 * head. Published tables also write {@code DB1}, {@code BWM-DL07} and {@code MDL07}.
 */
public final class WormNames {
    /** The most rows of muscle in a quadrant; ventral left has one fewer. */
    public static final int MUSCLE_ROWS = 24;

    private static final Pattern CORD_MOTOR = Pattern.compile("(AS|DA|DB|DD|VA|VB|VC|VD)0?(\\d{1,2})");
    private static final Pattern MUSCLE = Pattern.compile(
            "(?:(?<cook>[dv]BWM[LR])|BWM-(?<witvliet>[DV][LR])|M(?<openworm>[DV][LR]))0?(?<row>\\d{1,2})");

    private WormNames() {}

    /** A name in the form used here; any other text as it is, without spaces around it. */
    public static String normalised(String written) {
        String name = written.strip();
        Matcher motor = CORD_MOTOR.matcher(name);
        if (motor.matches()) {
            return motor.group(1) + "%02d".formatted(Integer.parseInt(motor.group(2)));
        }
        Matcher muscle = MUSCLE.matcher(name);
        return muscle.matches() ? muscleName(muscle) : name;
    }

    private static String muscleName(Matcher muscle) {
        int row = Integer.parseInt(muscle.group("row"));
        String cook = muscle.group("cook");
        if (cook != null) {
            return cook + row;
        }
        String place = muscle.group("witvliet") != null ? muscle.group("witvliet") : muscle.group("openworm");
        return (place.charAt(0) == 'D' ? "dBWM" : "vBWM") + place.charAt(1) + row;
    }

    /** The name of the muscle in a quadrant's row. */
    public static String muscle(Quadrant quadrant, int row) {
        return switch (quadrant) {
                    case DORSAL_LEFT -> "dBWML";
                    case DORSAL_RIGHT -> "dBWMR";
                    case VENTRAL_LEFT -> "vBWML";
                    case VENTRAL_RIGHT -> "vBWMR";
                }
                + row;
    }

    /** The side of a neuron: left or right if its counterpart is among {@code neurons}. */
    static Laterality side(String name, Set<String> neurons) {
        if (!isOfPair(name, neurons)) {
            return Laterality.UNPAIRED;
        }
        return name.endsWith("L") ? Laterality.LEFT : Laterality.RIGHT;
    }

    private static boolean isOfPair(String name, Set<String> neurons) {
        String stem = name.substring(0, name.length() - 1);
        return (name.endsWith("L") && neurons.contains(stem + "R"))
                || (name.endsWith("R") && neurons.contains(stem + "L"));
    }

    /**
     * The class of a neuron. Left and right are of one class; so are dorsal and ventral where both are there and
     * at least three characters come before the letter that tells them apart ({@code SMDD}, {@code SMDV}).
     *
     * <p>With this rule, which is ours, the 302 neurons fall into the 118 classes of White et al. 1986.
     */
    static String cellClass(String name, Set<String> neurons) {
        Matcher motor = CORD_MOTOR.matcher(name);
        if (motor.matches()) {
            return motor.group(1);
        }
        String unsided = unsided(name, neurons);
        if (unsided.matches("...+[DV]")) {
            String stem = unsided.substring(0, unsided.length() - 1);
            String opposite = stem + (unsided.endsWith("D") ? "V" : "D");
            Set<String> all =
                    neurons.stream().map(other -> unsided(other, neurons)).collect(Collectors.toSet());
            return all.contains(opposite) ? stem : unsided;
        }
        return unsided;
    }

    private static String unsided(String name, Set<String> neurons) {
        return isOfPair(name, neurons) ? name.substring(0, name.length() - 1) : name;
    }
}
