package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.SessionListener;
import dev.ganglion.experiments.TrainingSession;
import dev.ganglion.experiments.Watching;
import dev.ganglion.experiments.run.RunDirectory;
import dev.ganglion.experiments.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeCommandTest {
    @TempDir
    private Path directory;

    private Path whole;
    private Path parts;

    @BeforeEach
    void place() {
        whole = directory.resolve("whole");
        parts = directory.resolve("parts");
    }

    private void thenSameRun() throws IOException {
        for (String table : new String[] {"metrics.csv", "episodes.csv"}) {
            then(Files.readString(parts.resolve(table))).isEqualTo(Files.readString(whole.resolve(table)));
        }
        Checkpoint expected = Run.open(whole).checkpoint();
        Checkpoint actual = Run.open(parts).checkpoint();
        then(actual.values().keySet()).isEqualTo(expected.values().keySet());
        then(actual.values()).allSatisfy((name, value) -> then(value).as(name).isEqualTo(expected.value(name)));
        Summary summary = Summary.read(parts.resolve("summary.json"));
        then(summary.after())
                .isEqualTo(Summary.read(whole.resolve("summary.json")).after());
        then(summary.before()).isPresent();
    }

    @Test
    void resume_toMoreSteps_endsLikeARunOfThatManySteps() throws IOException {
        Tiny.train(whole);
        Tiny.train(parts, "--steps", 64);
        Captured resume = Captured.run("resume", parts, "--steps", 192);
        then(resume.err()).contains("for 192 steps");
        then(resume.exitCode()).isZero();
        thenSameRun();
    }

    @Test
    void resume_afterAStop_endsLikeARunThatWasNotStopped() throws IOException {
        Tiny.train(whole);
        Run planned = Run.open(whole);
        Summary stopped =
                TrainingSession.train(planned.config(), parts, Watching.STANDARD, new SessionListener() {}, () -> true);
        then(stopped.status()).isEqualTo(Summary.Status.INTERRUPTED);
        then(stopped.steps()).isEqualTo(64);
        then(parts.resolve("learning-curve.svg")).doesNotExist();
        Captured resume = Captured.run("resume", parts, "--json");
        then(resume.number("steps")).isEqualTo(192);
        thenSameRun();
    }

    @Test
    void resume_tornLatestCheckpoint_goesOnFromTheOneBefore() throws IOException {
        Tiny.train(whole);
        Tiny.train(parts);
        Path latest = parts.resolve("checkpoints/latest.checkpoint");
        byte[] bytes = Files.readAllBytes(latest);
        Files.write(latest, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Captured resume = Captured.run("resume", parts);
        then(resume.err()).contains("the one before it is used");
        then(resume.exitCode()).isZero();
        thenSameRun();
    }

    @Test
    void resume_finishedRun_saysHowToGoOn() {
        Tiny.train(parts);
        Captured resume = Captured.run("resume", parts);
        then(resume.exitCode()).isEqualTo(2);
        then(resume.err())
                .isEqualTo("ganglion: " + parts + " has taken 192 steps already; to go on, give more, such as"
                        + " --steps 384\n");
    }

    @Test
    void resume_runWhoseLastUpdateWentBeyondItsSteps_andThatHasNoResult_isConcluded() throws IOException {
        Tiny.train(whole, "--steps", 190);
        Tiny.train(parts, "--steps", 190);
        Path summary = parts.resolve("summary.json");
        Files.writeString(summary, Files.readString(summary).replace("\"finished\"", "\"running\""));
        Captured resume = Captured.run("resume", parts, "--json");
        then(resume.exitCode()).isZero();
        then(resume.number("steps")).isEqualTo(192);
        thenSameRun();
        then(Summary.read(summary).status()).isEqualTo(Summary.Status.FINISHED);
    }

    @Test
    void resume_unfinishedRun_toFewerStepsThanItHasTaken_isRefused() throws IOException {
        Tiny.train(parts);
        Path summary = parts.resolve("summary.json");
        Files.writeString(summary, Files.readString(summary).replace("\"finished\"", "\"running\""));
        Captured resume = Captured.run("resume", parts, "--steps", 100);
        then(resume.exitCode()).isEqualTo(2);
        then(resume.err()).contains("has taken 192 steps already");
    }

    @Test
    void resume_runInUse_isRefused() {
        Tiny.train(parts);
        RunDirectory.Lock lock = Run.open(parts).directory().lock();
        try {
            Captured resume = Captured.run("resume", parts, "--steps", 400);
            then(resume.exitCode()).isEqualTo(2);
            then(resume.err()).contains("is being trained by another process");
        } finally {
            lock.close();
        }
    }

    @Test
    void resume_whatIsNoRun_namesTheNearest() throws IOException {
        Tiny.train(whole);
        Captured misspelt = Captured.run("resume", directory.resolve("wohle"));
        then(misspelt.exitCode()).isEqualTo(2);
        then(misspelt.err()).contains("There is no run at").contains("did you mean '" + whole + "'?");
        Captured foreign = Captured.run("resume", directory);
        then(foreign.exitCode()).isEqualTo(2);
        then(foreign.err()).contains("is not a run: it has no config.yaml");
    }

    @Test
    void resume_damagedRun_isOneSentence() throws IOException {
        Tiny.train(parts);
        Path config = parts.resolve("config.yaml");
        String text = Files.readString(config);
        Files.writeString(config, text.replace("seed: 1", "seed: 2"));
        then(Captured.run("resume", parts, "--steps", 400).err()).contains("its seed is 1, here it is 2");
        Files.writeString(config, text.replace("steps: 192\n", ""));
        then(Captured.run("resume", parts).err()).contains("lacks the key 'steps'");
        Files.writeString(config, text.replace("version: 1", "version: 99"));
        then(Captured.run("resume", parts).err()).contains("is of version 99 of maze/forage");
        Files.writeString(config, text);
        Files.writeString(parts.resolve("summary.json"), "{\"status\": \"odd\"}");
        Captured resume = Captured.run("resume", parts, "--steps", 400);
        then(resume.exitCode()).isEqualTo(2);
        then(resume.err()).contains("summary.json cannot be read").hasLineCount(1);
    }
}
