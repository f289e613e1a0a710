package dev.ganglion.tests.acceptance;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.experiments.cli.Main;
import dev.ganglion.experiments.cli.Terminal;
import dev.ganglion.experiments.run.Summary;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    @TempDir
    private Path directory;

    private static String ganglion(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int exitCode = Main.run(new Terminal(print(out), print(err), OptionalInt.empty()), texts);
        then(exitCode).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** A newcomer's session, with few steps. */
    @Test
    void trainResumeEvaluateRender_theSwimmer() {
        Path run = directory.resolve("run");
        then(ganglion("train", "--steps", "2000", "--envs", "8", "--learner", "ppo:rollout=1000", "--out", run))
                .contains("4 parameters")
                .contains("swim.gif");
        then(ganglion("resume", run, "--steps", "3k")).contains("before  →");
        then(Summary.read(run.resolve("summary.json")).steps()).isEqualTo(3000);
        then(ganglion("evaluate", run, "--episodes", "2", "--json")).contains("\"return_mean\"");
        ganglion("render", run);
        then(run.resolve("swim.png")).exists();
    }

    /** The signal of a system that shuts down takes the same way as Ctrl-C, which a process in the background ignores. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has no signal that asks a process to end")
    void train_askedToEnd_leavesARunThatGoesOn() throws Exception {
        Path run = directory.resolve("run");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "train",
                        "--steps",
                        "100k",
                        "--learner",
                        "ppo:rollout=1000",
                        "--out",
                        run.toString())
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith(" 10 %")) {
                    process.toHandle().destroy();
                }
            }
        }
        // 128 and the number of SIGTERM, 15.
        then(process.waitFor()).as(said.toString()).isEqualTo(143);
        then(said.toString()).contains("Stopped after").contains("ganglion resume " + run);
        Summary summary = Summary.read(run.resolve("summary.json"));
        then(summary.status()).isEqualTo(Summary.Status.INTERRUPTED);
        then(summary.steps()).isBetween(10_000L, 99_000L);
        ganglion("resume", run, "--steps", summary.steps() + 1000);
    }
}
