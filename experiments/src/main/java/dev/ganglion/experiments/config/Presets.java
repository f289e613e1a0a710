package dev.ganglion.experiments.config;

import dev.ganglion.controllers.yaml.StrictYaml;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The presets that come with Ganglion: YAML files beside this package, listed in the file {@code index}. */
public final class Presets {
    private static final String FOLDER = "/dev/ganglion/experiments/presets/";

    /** The word that asks for no preset. */
    public static final String NONE = "none";

    private Presets() {}

    /** All presets, by name. */
    public static List<Preset> all() {
        return resource("index")
                .lines()
                .filter(line -> !line.isBlank())
                .map(Presets::load)
                .toList();
    }

    /**
     * The preset of that name.
     *
     * @throws InvalidInputException if there is none
     */
    public static Preset find(String name) {
        List<Preset> all = all();
        return all.stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("There is no preset '" + name + "'"
                        + Suggestion.clause(name, all.stream().map(Preset::name).toList())));
    }

    /** The preset made for what the settings name, if there is one. */
    public static Optional<Preset> fitting(Settings given) {
        return all().stream().filter(preset -> preset.fits(given)).findFirst();
    }

    private static Preset load(String name) {
        SettingsFile file = StrictYaml.parse("preset " + name, resource(name + ".yaml"), SettingsFile.class);
        return new Preset(name, file.summary().orElse(""), file.settings());
    }

    private static String resource(String name) {
        try (InputStream in = Presets.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + FOLDER + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
