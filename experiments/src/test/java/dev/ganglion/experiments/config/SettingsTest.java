package dev.ganglion.experiments.config;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.controllers.yaml.StrictYaml;
import dev.ganglion.environments.options.Selector;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static Settings yaml(String text) {
        return StrictYaml.parse("my.yaml", text, SettingsFile.class).settings();
    }

    @Test
    void over_sameName_laysOptionsOverOneAnotherKeyByKey() {
        Settings file = yaml("learner: 'ppo:epochs=5,clip=0.1'\nseed: 1\n");
        Settings commandLine = yaml("learner: 'ppo:clip=0.2,rollout=64'\n");
        then(commandLine.over(file).learner()).contains(Selector.parse("ppo:epochs=5,clip=0.2,rollout=64"));
        then(commandLine.over(file).seed()).contains(1L);
    }

    @Test
    void over_otherName_leavesNothingOfTheOneBelow() {
        Settings below = yaml("controller: 'mlp:hidden=64x64'\n");
        then(yaml("controller: ncap\n").over(below).controller()).contains(Selector.parse("ncap"));
    }

    @Test
    void file_bothFormsOfAPart_areTheSame() {
        Settings mapping = yaml("""
                environment:
                  name: swimmer/swim
                  options:
                    joints: 7
                    viscosity: 0.010
                steps: 1e5
                """);
        then(mapping).isEqualTo(yaml("environment: swimmer/swim:joints=7,viscosity=0.010\nsteps: 100_000\n"));
        then(mapping.workers()).isEqualTo(Optional.empty());
    }
}
