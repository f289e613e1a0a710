package dev.ganglion.agents.ppo;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.options.InvalidInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PpoConfigTest {
    @Test
    void of_texts_readsEveryKind() {
        PpoConfig config = PpoConfig.of(PpoOptions.SET.parse(Map.of(
                "rollout", "2048",
                "gamma", "0.97",
                "schedule", "adaptive",
                "std-mode", "fixed",
                "critic-hidden", "32x16x8",
                "normalise-critic", "off")));

        then(config.rollout()).isEqualTo(2048);
        then(config.gamma()).isEqualTo(0.97);
        then(config.schedule()).isEqualTo(PpoConfig.Schedule.ADAPTIVE);
        then(config.stdLearned()).isFalse();
        then(config.criticHidden()).isEqualTo(List.of(32, 16, 8));
        then(config.normaliseCritic()).isFalse();
    }

    @Test
    void of_aStdOutsideItsLimits_isRefused() {
        thenThrownBy(() -> PpoConfig.of(PpoOptions.SET.parse(Map.of("std", "3"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("std-ceiling=2.0");
    }

    @Test
    void std_whileFalling_goesToItsFloorWithTheStepsThatRemain() {
        PpoConfig falling =
                PpoConfig.of(PpoOptions.SET.parse(Map.of("std", "0.4", "std-mode", "falling", "std-floor", "0.2")));

        then(falling.std(1)).isEqualTo(0.4);
        then(falling.std(0.5)).isCloseTo(0.3, within(1e-12));
        then(falling.std(-0.1)).isEqualTo(0.2);
        then(PpoConfig.of(PpoOptions.SET.parse(Map.of("std-mode", "fixed"))).std(0.25))
                .isEqualTo(0.5);
    }

    @Test
    void clip_withALinearSchedule_fallsToZeroWithTheStepsThatRemain() {
        PpoConfig falling = PpoConfig.of(PpoOptions.SET.parse(Map.of("clip", "0.4", "clip-schedule", "linear")));

        then(falling.clip(1)).isEqualTo(0.4);
        then(falling.clip(0.25)).isEqualTo(0.1);
        then(falling.clip(-0.1)).isZero();
        then(PpoConfig.of(PpoOptions.SET.parse(Map.of())).clip(0.25)).isEqualTo(0.2);
    }

    @Test
    void set_declaresOneOptionForEachComponent() {
        then(PpoOptions.SET.keys()).hasSize(PpoConfig.class.getRecordComponents().length);
    }
}
