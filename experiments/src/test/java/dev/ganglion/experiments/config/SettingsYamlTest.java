package dev.ganglion.experiments.config;

import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.controllers.yaml.StrictYaml;
import dev.ganglion.environments.options.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsYamlTest {
    private static SettingsFile settings(String text) {
        return StrictYaml.parse("my.yaml", text, SettingsFile.class);
    }

    @Test
    void parse_missingKey_isNamed() {
        thenThrownBy(() -> settings("seed: 1\nlearner:\n  options:\n    epochs: 5\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("my.yaml, line")
                .hasMessageContaining("the key 'name' is missing");
    }

    @Test
    void parse_unknownKey_namesLineAndNearestKey() {
        thenThrownBy(() -> settings("seed: 1\nstpes: 100\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("my.yaml, line 2: there is no key 'stpes'; did you mean 'steps'?");
    }

    @Test
    void parse_unknownKeyInAPart_namesLineAndNearestKey() {
        thenThrownBy(() -> settings("learner:\n  name: ppo\n  optoins: {}\n"))
                .hasMessage("my.yaml, line 3: there is no key 'optoins'; did you mean 'options'?");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Others have no such device")
    void read_deviceWithoutEnd_isRefused() {
        thenThrownBy(() -> StrictYaml.read(Path.of("/dev/zero"), SettingsFile.class))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("/dev/zero is larger than 256 kB; a configuration is smaller");
    }

    @Test
    void parseTree_moreValuesThanMemoryIsFor_isRefused() {
        thenThrownBy(() -> StrictYaml.parseTree("my.yaml", "a: [" + "1,".repeat(600_000) + "1]"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("my.yaml, line 1: from here on there are too many values");
    }

    @Test
    void parse_keyTwice_isRefused() {
        thenThrownBy(() -> settings("seed: 1\nseed: 2\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("seed");
    }

    @Test
    void parse_keyWithoutValue_isRefused() {
        thenThrownBy(() -> settings("steps:\nseed: 1\n"))
                .hasMessage("my.yaml, line 1: 'steps' has no value; give one or leave the key out");
        thenThrownBy(() -> settings("learner:\n  name: ppo\n  options:\n    epochs: null\n"))
                .hasMessageContaining("'epochs' has no value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1, 2]",
                "steps: [1, 2]",
                "steps: {a: 1}",
                "environment: [swimmer/swim]",
                "learner: {options: {epochs: 1}}",
                "learner: {name: 'ppo:epochs=1'}",
                "seed: 1\n--- \nseed: 2\n",
                "seed: 'unclosed",
                "{",
                "\t- x",
                "steps: ten",
            })
    void parse_anythingOfAnotherForm_isRefusedInOneSentence(String text) {
        thenThrownBy(() -> settings(text).settings())
                .isInstanceOf(InvalidInputException.class)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void parse_empty_isRefused() {
        thenThrownBy(() -> settings(""))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("my.yaml");
    }

    @Test
    void parse_aliasBomb_isRefusedBeforeItIsExpanded() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [lol]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "*a" + (i - 1) + "]\n");
        }
        thenThrownBy(() -> settings(bomb.toString()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("anchors (&) and aliases (*)");
    }

    @Test
    void parse_deepNesting_isRefused() {
        thenThrownBy(() -> settings("learner: " + "[".repeat(5_000) + "]".repeat(5_000)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void parse_javaTag_buildsNothing() {
        thenThrownBy(() -> settings("steps: !!javax.script.ScriptEngineManager [x]\n"))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void read_missingFile_isNamed(@TempDir Path directory) {
        thenThrownBy(() -> StrictYaml.read(directory.resolve("no.yaml"), SettingsFile.class))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("There is no file")
                .hasMessageContaining("no.yaml");
    }

    @Test
    void read_hugeFile_isRefused(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("huge.yaml"), new byte[1 << 20]);
        thenThrownBy(() -> StrictYaml.read(file, SettingsFile.class)).hasMessageContaining("larger than 256 kB");
    }

    @Test
    void read_directory_isRefused(@TempDir Path directory) {
        thenThrownBy(() -> StrictYaml.read(directory, SettingsFile.class)).isInstanceOf(InvalidInputException.class);
    }
}
