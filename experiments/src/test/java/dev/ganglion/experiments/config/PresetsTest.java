package dev.ganglion.experiments.config;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.environments.options.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PresetsTest {
    @Test
    void index_namesExactlyTheFilesInOrder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/ganglion/experiments/presets"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList();
            then(Presets.all().stream().map(Preset::name)).containsExactlyElementsOf(names);
        }
    }

    @Test
    void all_haveASummaryAndAreNamedByWhatTheyAreFor() {
        then(Presets.all()).allSatisfy(preset -> {
            then(preset.summary()).isNotBlank();
            then(preset.name()).startsWith(preset.environment().replace('/', '-') + "-" + preset.controller());
            then(preset.learner()).isNotBlank();
        });
    }

    @Test
    void find_misspelt_namesTheNearest() {
        thenThrownBy(() -> Presets.find("swimmer-swim-ncpa"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("There is no preset 'swimmer-swim-ncpa'; did you mean 'swimmer-swim-ncap'?");
    }
}
