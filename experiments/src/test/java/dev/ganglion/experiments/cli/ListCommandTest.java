package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.agents.Learners;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.experiments.config.Presets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListCommandTest {
    @Test
    void list_showsEveryOptionOfEverythingRegistered() {
        String out = Captured.run("list").out();
        Stream.of(
                        Environments.all().stream().map(provider -> provider.options()),
                        Controllers.all().stream().map(provider -> provider.options()),
                        Learners.all().stream().map(provider -> provider.options()))
                .flatMap(options -> options)
                .forEach((OptionSet options) -> then(out)
                        .contains("\n" + options.owner() + "\n")
                        .contains(options.list().stream()
                                .map(option -> "    " + option.key() + " ")
                                .toList()));
        then(out)
                .contains(Presets.all().stream()
                        .map(preset -> "\n" + preset.name() + "\n")
                        .toList());
    }

    @Test
    void list_oneEnvironment_showsItsSignals() {
        Captured list = Captured.run("list", "swimmer/swim:joints=3");
        then(list.out())
                .contains("joint/2/angle")
                .doesNotContain("joint/3/angle")
                .contains("rad")
                .contains("0.03 s");
        then(list.out()).doesNotContain("CONTROLLERS");
    }

    @Test
    void list_json_hasEveryKind() {
        then(Captured.run("list", "--json").json()).containsKeys("environments", "controllers", "learners", "presets");
    }

    @Test
    void list_parameters_countsThoseOfEveryController() {
        String out = Captured.run("list", "--parameters", "--env", "cartpole/balance")
                .out();

        then(out)
                .contains(Controllers.all().stream()
                        .map(provider -> "  " + provider.name())
                        .toList());
        // 4·64 + 64·64 + 64 in the cell, 64·2 + 2 read out
        then(out).containsPattern("rnn\\S*\\s+4,546\\s+64\\s");
        then(out).containsPattern("ncap\\S*\\s+\\S.*joint");
    }

    @Test
    void list_parameters_ofOneController_isNearTheMatch() {
        Captured list = Captured.run("list", "--parameters", "--env", "cartpole/balance", "lstm:match=2000", "--json");

        then((Integer) list.objects("controllers").get(0).get("parameters")).isBetween(1900, 2100);
    }

    @Test
    void list_environmentWithoutParameters_isRefused() {
        then(Captured.run("list", "--env", "swimmer/swim").err()).contains("ganglion list swimmer/swim");
    }
}
