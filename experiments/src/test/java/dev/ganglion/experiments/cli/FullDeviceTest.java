package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A run one of whose files goes to the device that is always full. Every such file is written under another name first,
 * and a link of that name leads to the device.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Only Linux has the device")
class FullDeviceTest {
    private static final Path DEVICE = Path.of("/dev/full");

    /** The second of three updates earns most. */
    private static final int SEED = 3;

    @TempDir
    private Path directory;

    private Path run;

    @BeforeEach
    void place() {
        run = directory.resolve("run");
    }

    @Test
    void train_fullDeviceForItsConfiguration_endsWithOneSentence() throws IOException {
        Files.createDirectories(run);
        Files.createSymbolicLink(run.resolve(".config.yaml.tmp"), DEVICE);
        Captured train = Tiny.train(run);
        then(train.exitCode()).isEqualTo(2);
        then(train.err())
                .isEqualTo("ganglion: Cannot write " + run.resolve("config.yaml")
                        + ": No space left on device; nothing was learned yet\n");
        then(Tiny.train(run).exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "checkpoints, latest.checkpoint, 1",
        "checkpoints, best.checkpoint, 1",
        "., summary.json, 1",
        "., learning-curve.svg, 3",
        "., forage.gif, 3"
    })
    void resume_fullDeviceForAFile_endsWithOneSentenceAndCanBeGoneOnWith(String folder, String name, long update)
            throws IOException {
        Path whole = directory.resolve("whole");
        Tiny.train(whole, "--seed", SEED);
        Tiny.train(run, "--seed", SEED, "--steps", 64);
        Files.createSymbolicLink(run.resolve(folder).resolve("." + name + ".tmp"), DEVICE);

        Captured resume = Captured.run("resume", run, "--steps", 192);
        then(resume.exitCode()).isEqualTo(2);
        then(resume.err().lines().filter(line -> line.startsWith("ganglion: ")))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains(
                        name + (name.endsWith("checkpoint") ? " cannot be written" : "") + ": No space left on device;")
                .endsWith("the checkpoint of update " + update + " is whole, and 'ganglion resume " + run
                        + "' goes on from it");
        then(resume.err()).doesNotContain("\tat ");

        then(Captured.run("resume", run, "--steps", 192).exitCode()).isZero();
        for (String table : new String[] {"metrics.csv", "episodes.csv"}) {
            then(run.resolve(table)).hasSameBinaryContentAs(whole.resolve(table));
        }
        then(run.resolve("checkpoints/latest.checkpoint"))
                .hasSameBinaryContentAs(whole.resolve("checkpoints/latest.checkpoint"));
    }
}
