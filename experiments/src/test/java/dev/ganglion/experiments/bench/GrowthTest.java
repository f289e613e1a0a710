package dev.ganglion.experiments.bench;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Selector;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.config.Settings;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final Settings GIVEN = new Settings(
            Optional.empty(),
            Optional.of(Selector.parse("swimmer/swim:joints=4")),
            Optional.of(Selector.parse("mlp:hidden=8")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(3),
            Optional.of(1));

    private static RunConfig at(Map<String, RunConfig> configurations, String value) {
        return Objects.requireNonNull(configurations.get(value));
    }

    @Test
    void over_optionOfTheEnvironment_changesItAlone() {
        Map<String, RunConfig> configurations = Growth.parse("env.joints=3,7").over(GIVEN);

        then(configurations.keySet()).containsExactly("3", "7");
        then(at(configurations, "7").plan().environment().name()).isEqualTo("swimmer/swim:joints=7");
        then(at(configurations, "7").plan().controller().name()).contains("hidden=8");
        then(at(configurations, "7").plan().environments()).isEqualTo(3);
    }

    @Test
    void over_environmentsAndWorkers_changesTheirNumber() {
        then(at(Growth.parse("envs=2,9").over(GIVEN), "9").plan().environments())
                .isEqualTo(9);
        then(at(Growth.parse("workers=1,2").over(GIVEN), "2").plan().workers()).isEqualTo(2);
    }

    @Test
    void over_controllers_separatedByBlanks_keepTheirCommas() {
        Map<String, RunConfig> configurations =
                Growth.parse("controller=ncap mlp:hidden=4,activation=relu").over(GIVEN);

        then(configurations).containsOnlyKeys("ncap", "mlp:hidden=4,activation=relu");
        then(at(configurations, "ncap").plan().controller().name()).isEqualTo("ncap");
    }

    @Test
    void over_controllersWithSizes_goByTheirSizes() {
        Map<String, RunConfig> configurations =
                Growth.parse("controller=12=ncap 85=mlp:hidden=85").over(GIVEN);

        then(configurations.keySet()).containsExactly("12", "85");
        then(at(configurations, "85").plan().controller().name()).isEqualTo("mlp:hidden=85");
    }

    @Test
    void parse_unknownKey_saysWhichThereAre() {
        thenThrownBy(() -> Growth.parse("joints=3,4"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("env.joints");
        thenThrownBy(() -> Growth.parse("envs.x=3,4")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void parse_oneValue_isRefused() {
        thenThrownBy(() -> Growth.parse("envs=3"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("two values");
        thenThrownBy(() -> Growth.parse("envs")).isInstanceOf(InvalidInputException.class);
    }
}
