package dev.ganglion.experiments.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers for people. */
final class Texts {
    /** Ends of measurements' names and the units that they stand for, the longest first. */
    private static final Map<String, String> UNITS =
            units("rad_per_s", "rad/s", "m_per_s", "m/s", "rad", "rad", "m", "m", "s", "s");

    private Texts() {}

    private static Map<String, String> units(String... endsAndUnits) {
        Map<String, String> units = new LinkedHashMap<>();
        for (int i = 0; i < endsAndUnits.length; i += 2) {
            units.put("_" + endsAndUnits[i], endsAndUnits[i + 1]);
        }
        return Collections.unmodifiableMap(units);
    }

    /** A measured number: four significant figures or all whole digits, whichever is more. */
    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "none" : value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        if (size >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        int digits = size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** A measurement's name, and its value with the unit that the name ends with: {@code speed_m_per_s}. */
    static List<String> measurement(String name, double value) {
        for (Map.Entry<String, String> unit : UNITS.entrySet()) {
            if (name.endsWith(unit.getKey())) {
                String quantity =
                        name.substring(0, name.length() - unit.getKey().length());
                return List.of(quantity.replace('_', ' '), number(value) + " " + unit.getValue());
            }
        }
        return List.of(name.replace('_', ' '), number(value));
    }

    /** A duration in its two largest units: {@code 42 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    static String duration(double seconds) {
        if (!(seconds < 1e9)) {
            return "a long time";
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
