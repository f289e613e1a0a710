package dev.ganglion.connectome;

import java.util.regex.Pattern;

/** What names and positions have to be. */
final class Checks {
    private static final Pattern NAME = Pattern.compile("\\S+");

    private Checks() {}

    static void name(String name, String owner) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(owner + " needs a name without spaces, not '" + name + "'");
        }
    }

    static void position(double position, String owner) {
        if (position < 0 || position > 1) {
            throw new IllegalArgumentException(
                    owner + " lies at " + position + "; positions go from 0 (head) to 1 (tail)");
        }
    }
}
