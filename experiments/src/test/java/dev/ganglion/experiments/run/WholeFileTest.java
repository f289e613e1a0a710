package dev.ganglion.experiments.run;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.environments.options.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path directory;

    @Test
    void write_replacesWhatIsThere_andLeavesNothingElse() {
        Path file = directory.resolve("summary.json");
        WholeFile.write(file, "old");
        WholeFile.write(file, "new");
        then(file).hasContent("new");
        then(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void produce_failsHalfWay_leavesTheOldFileAndNoTemporary() {
        Path file = directory.resolve("swim.gif");
        WholeFile.write(file, "old");
        thenThrownBy(() -> WholeFile.produce(file, temporary -> {
                    Files.writeString(temporary, "ha");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("Cannot write " + file + ": No space left on device");
        then(file).hasContent("old");
        then(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void write_toAPlaceThatIsNoDirectory_isOneSentence() throws IOException {
        Path notADirectory = Files.writeString(directory.resolve("file"), "x");
        thenThrownBy(() -> WholeFile.write(notADirectory.resolve("summary.json"), "x"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("Cannot write " + notADirectory.resolve("summary.json") + ": ");
    }
}
