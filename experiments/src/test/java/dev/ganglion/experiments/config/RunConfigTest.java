package dev.ganglion.experiments.config;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.controllers.yaml.StrictYaml;
import dev.ganglion.environments.options.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunConfigTest {
    private static Settings yaml(String text) {
        return StrictYaml.parse("my.yaml", text, SettingsFile.class).settings();
    }

    @Test
    void resolve_nothingSaid_isNcapOnTheSwimmer() {
        RunConfig config = RunConfig.resolve(Settings.NONE);
        then(config.plan().environment().name()).isEqualTo("swimmer/swim");
        then(config.plan().controller().name()).isEqualTo("ncap");
        then(config.plan().steps()).isEqualTo(100_000);
        then(config.plan().seed()).isEqualTo(1);
        then(config.preset()).isEqualTo("swimmer-swim-ncap");
    }

    @Test
    void resolve_everyPreset_isTakenWhereItFits() {
        then(Presets.all()).allSatisfy(preset -> {
            RunConfig config = RunConfig.resolve(yaml("environment: " + preset.environment() + "\ncontroller: "
                    + preset.controller() + "\nlearner: " + preset.learner() + "\n"));
            then(config.preset()).isEqualTo(preset.name());
        });
    }

    @Test
    void resolve_optionOfTheLearner_changesThatKeyOfThePresetAlone() {
        RunConfig plain = RunConfig.resolve(Settings.NONE);
        RunConfig changed = RunConfig.resolve(yaml("learner: ppo:epochs=3\n"));
        then(changed.preset()).isEqualTo(plain.preset());
        then(changed.plan().learner().options().asMap()).containsEntry("epochs", "3");
        then(changed.plan().learner().options().asMap())
                .allSatisfy((key, value) -> then(value)
                        .isEqualTo(
                                key.equals("epochs")
                                        ? "3"
                                        : plain.plan().learner().options().text(key)));
    }

    @Test
    void resolve_otherController_leavesThePreset() {
        then(RunConfig.resolve(yaml("environment: swimmer/swim\ncontroller: lstm\n"))
                        .preset())
                .isEqualTo(Presets.NONE);
        then(RunConfig.resolve(yaml("preset: none\n")).preset()).isEqualTo(Presets.NONE);
        thenThrownBy(() -> RunConfig.resolve(yaml("preset: swimmer-swim-ncpa\n")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("did you mean 'swimmer-swim-ncap'?");
    }

    @Test
    void yaml_readAgain_isTheSameConfiguration(@TempDir Path directory) throws IOException {
        RunConfig config = RunConfig.resolve(
                yaml("environment: swimmer/swim:joints=7,viscosity=0.01\nlearner: ppo:epochs=3\nseed: -5\n"));
        Path file = Files.writeString(directory.resolve("config.yaml"), config.yaml());
        RunConfig read = RunConfig.read(file);
        then(read.yaml()).isEqualTo(config.yaml());
        then(read.plan().environment().name()).isEqualTo("swimmer/swim:joints=7,viscosity=0.01");
        then(RunConfig.resolve(RunConfig.readSettings(file)).yaml()).isEqualTo(config.yaml());
    }

    @Test
    void yaml_hasEveryOption() {
        String yaml = RunConfig.resolve(Settings.NONE).yaml();
        then(yaml).contains("ganglion: ", "preset: swimmer-swim-ncap", "seed: 1", "joints: 5", "version: 1");
        then(RunConfig.resolve(Settings.NONE).plan().learner().options().asMap().keySet())
                .allSatisfy(key -> then(yaml).contains("\n    " + key + ": "));
    }
}
