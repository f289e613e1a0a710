package dev.ganglion.connectome.drawing;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Role;
import dev.ganglion.connectome.Sign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The colours of a connectome's neurons: one for each class, or for each role where there are too many classes to tell
 * apart. All are of middle lightness, so that they stand out from light and from dark ground.
 */
final class Palette {
    static final String EXCITATORY = "#d1662f";
    static final String INHIBITORY = "#3f7fd0";

    private static final List<String> COLOURS = List.of(
            "#2f9e63", "#d9622b", "#3a7bd5", "#9a5fc7", "#c98a1b", "#1d9fb0", "#c44f86", "#6a6fd8", "#8c9a2e",
            "#b5413a", "#0f7f74", "#a5744a", "#5b6b80", "#5aa02c", "#b04fb0", "#2b86a8");

    private final Map<String, String> colours = new LinkedHashMap<>();
    private final boolean byClass;

    Palette(Connectome connectome) {
        List<String> classes = connectome.neurons().stream()
                .map(Neuron::cellClass)
                .distinct()
                .sorted()
                .toList();
        byClass = classes.size() <= COLOURS.size();
        List<String> groups = byClass
                ? classes
                : Stream.of(Role.values())
                        .filter(role -> connectome.neurons().stream().anyMatch(neuron -> neuron.role() == role))
                        .map(Palette::word)
                        .toList();
        groups.forEach(group -> colours.put(group, COLOURS.get(colours.size())));
    }

    /** What has a colour: a class or a role. */
    String group(Neuron neuron) {
        return byClass ? neuron.cellClass() : word(neuron.role());
    }

    String colour(Neuron neuron) {
        return Objects.requireNonNull(colours.get(group(neuron)));
    }

    /** Groups and their colours, in order. */
    Map<String, String> legend() {
        return colours;
    }

    static String word(Role role) {
        return role == Role.UNKNOWN ? "other" : role.name().toLowerCase(Locale.ROOT);
    }

    static String ofSign(Sign sign) {
        return switch (sign) {
            case EXCITATORY -> EXCITATORY;
            case INHIBITORY -> INHIBITORY;
            case COMPLEX, UNKNOWN -> "#8a929d";
        };
    }
}
