package dev.ganglion.experiments.cli;

import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.experiments.ControllerSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code ganglion list --parameters} says.
 *
 * @param environment where the controllers were bound
 * @param sizes their sizes
 */
record ControllerSizeText(EnvironmentChoice environment, List<ControllerSize> sizes) {
    /** For people: a row for each controller. */
    String text(int width) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("controller", "parameters", "state", ""));
        for (ControllerSize size : sizes) {
            rows.add(
                    size.misfit().isPresent()
                            ? List.of(size.controller(), "", "", size.misfit().get())
                            : List.of(size.controller(), count(size.parameters()), count(size.state()), ""));
        }
        return environment.name() + "\n\n" + TextTable.of(rows, "  ", width);
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** For programs. */
    Map<String, Object> json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("environment", environment.name());
        object.put("controllers", sizes.stream().map(ControllerSizeText::json).toList());
        return object;
    }

    private static Map<String, Object> json(ControllerSize size) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("controller", size.controller());
        if (size.misfit().isPresent()) {
            object.put("misfit", size.misfit().get());
        } else {
            object.put("parameters", size.parameters());
            object.put("state", size.state());
        }
        return object;
    }
}
