package dev.ganglion.agents.ppo;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

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
    void set_declaresOneOptionForEachComponent() {
        then(PpoOptions.SET.keys()).hasSize(PpoConfig.class.getRecordComponents().length);
    }
}
