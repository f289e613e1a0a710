package dev.ganglion.experiments.run;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.environments.options.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLogTest {
    private static final List<String> HEADER = List.of("steps", "return");

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void place() {
        file = directory.resolve("table.csv");
    }

    private void append(String... steps) {
        try (CsvLog log = CsvLog.open(file, HEADER)) {
            for (String step : steps) {
                log.append(List.of(step, "1.5"));
            }
        }
    }

    @Test
    void episodes_ofATableThatIsNoText_areRefusedInASentence() throws IOException {
        RunDirectory run = new RunDirectory(directory);
        Files.write(run.episodes(), new byte[] {'s', 't', 'e', 'p', 's', '\n', (byte) 0xff, (byte) 0xfe});
        thenThrownBy(run::trainingEpisodes)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(run.episodes() + " is damaged: it is not text in UTF-8");
        thenThrownBy(() -> CsvLog.open(run.episodes(), HEADER)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void append_everyRow_isInTheFileAtOnce() throws IOException {
        try (CsvLog log = CsvLog.open(file, HEADER)) {
            log.append(List.of("10", "1.5"));
            then(file).hasContent("steps,return\n10,1.5\n");
        }
        then(CsvLog.header(file)).isEqualTo(HEADER);
        then(CsvLog.rows(file)).containsExactly(List.of("10", "1.5"));
    }

    @Test
    void open_again_writesTheHeaderOnce() {
        append("10");
        append("20");
        then(file).hasContent("steps,return\n10,1.5\n20,1.5\n");
    }

    @Test
    void rewind_dropsRowsBeyondTheStepAndTheTornOne() throws IOException {
        append("10", "20", "30");
        Files.writeString(file, "4", StandardOpenOption.APPEND);
        CsvLog.rewind(file, 20);
        then(file).hasContent("steps,return\n10,1.5\n20,1.5\n");
        Files.writeString(file, "25,1.", StandardOpenOption.APPEND);
        CsvLog.rewind(file, 30);
        append("30");
        then(file).hasContent("steps,return\n10,1.5\n20,1.5\n30,1.5\n");
    }

    @Test
    void rewind_tornHeader_startsAnew() throws IOException {
        Files.writeString(file, "ste");
        CsvLog.rewind(file, 10);
        append("10");
        then(file).hasContent("steps,return\n10,1.5\n");
    }

    @Test
    void rewind_noFile_makesNone() {
        CsvLog.rewind(file, 10);
        then(file).doesNotExist();
    }

    @Test
    void open_otherColumns_isRefused() throws IOException {
        Files.writeString(file, "steps,loss\n");
        thenThrownBy(() -> CsvLog.open(file, HEADER))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("other columns");
    }

    @Test
    void append_cellThatWouldNeedQuotes_isRefused() {
        try (CsvLog log = CsvLog.open(file, HEADER)) {
            thenThrownBy(() -> log.append(List.of("1", "a,b"))).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
