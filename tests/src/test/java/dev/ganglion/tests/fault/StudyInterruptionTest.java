package dev.ganglion.tests.fault;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A study that is asked to end. The build may ignore Ctrl-C, so the other such signal stands for it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has no signal that asks a process to end")
class StudyInterruptionTest {
    /** 128 and the number of SIGTERM, 15. */
    private static final int TERMINATED = 143;

    @TempDir
    private Path directory;

    @Test
    void study_askedOnce_saysWhatHasComeOfIt_andHowToGoOn() throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("endless.yaml"), """
                environments: ["cartpole/balance:time-limit=20"]
                arms: [{name: small, controller: "mlp:hidden=8"}]
                learner: ppo:rollout=1024,minibatch=16,epochs=10
                preset: none
                seeds: 1
                steps: 100_000_000
                """);
        Process process = GanglionProcess.builder(
                        List.of(),
                        List.of(
                                "study",
                                file.toString(),
                                "--out",
                                directory.resolve("out").toString()))
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("begins")) {
                line = lines.readLine();
            }
            process.toHandle().destroy();
            then(lines.lines().toList())
                    .anyMatch(said -> said.startsWith("Stopping as soon as"))
                    .anyMatch(said -> said.contains("0 of 1 cells finished"))
                    .anyMatch(said -> said.contains("go on   the same command"));
        }
        then(process.waitFor()).isEqualTo(TERMINATED);
    }
}
