package dev.ganglion.tests.fault;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.experiments.run.Summary;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run that is asked to end, once and twice. The build may ignore Ctrl-C, so the other such signal stands for it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has no signal that asks a process to end")
class InterruptionTest {
    /** 128 and the number of SIGTERM, 15. */
    private static final int TERMINATED = 143;

    @TempDir
    private Path directory;

    private Path run;
    private Process process;
    private BufferedReader lines;

    /** Begins a training, and waits for its first update. */
    @BeforeEach
    void train() throws IOException {
        run = directory.resolve("run");
        process = GanglionProcess.builder(
                        List.of(),
                        List.of(
                                "train",
                                "--env",
                                "cartpole/balance:time-limit=20",
                                "--controller",
                                "mlp:hidden=8",
                                "--learner",
                                "ppo:rollout=1024,minibatch=16,epochs=10",
                                "--steps",
                                "10240",
                                "--out",
                                run.toString()))
                .start();
        lines = process.inputReader(StandardCharsets.UTF_8);
        awaitLine(" 10 %");
    }

    private void awaitLine(String beginning) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return;
            }
        }
        then("the end of what it says").isEqualTo(beginning);
    }

    @Test
    void train_askedOnce_finishesTheUpdateAndLeavesASummary() throws IOException, InterruptedException {
        process.toHandle().destroy();
        awaitLine("Stopping as soon as");
        awaitLine("Stopped after");
        then(process.waitFor()).isEqualTo(TERMINATED);
        Summary summary = Summary.read(run.resolve("summary.json"));
        then(summary.status()).isEqualTo(Summary.Status.INTERRUPTED);
        then(Files.readString(run.resolve("metrics.csv")))
                .as("the last row is that of the checkpoint")
                .contains("\n" + summary.steps() + ",");
    }

    @Test
    void train_askedTwice_endsAtOnce() throws IOException, InterruptedException {
        process.toHandle().destroy();
        awaitLine("Stopping as soon as");
        process.toHandle().destroy();
        then(process.waitFor()).isEqualTo(TERMINATED);
        then(Summary.read(run.resolve("summary.json")).status()).isEqualTo(Summary.Status.RUNNING);
    }
}
