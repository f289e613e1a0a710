package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @TempDir
    private Path directory;

    private Path run;

    @BeforeEach
    void place() {
        run = directory.resolve("run");
    }

    @Test
    void train_leavesEverythingInTheRunDirectory_andSaysWhatCameOfIt() {
        Captured train = Tiny.train(run);
        then(train.err()).contains("Training mlp:hidden=8 on maze/forage").contains("100 %");
        then(train.out()).contains("before  →").contains("ganglion evaluate " + run);
        then(train.exitCode()).isZero();
        then(run.toFile().list())
                .contains(
                        "config.yaml",
                        "metrics.csv",
                        "episodes.csv",
                        "events.out.tfevents.ganglion",
                        "summary.json",
                        "forage.gif",
                        "learning-curve.svg",
                        "checkpoints");
        then(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void train_json_printsOneObjectAndNothingElse() {
        Captured train = Tiny.train(run, "--json");
        then(train.json())
                .containsEntry("run", run.toString())
                .containsEntry("status", "finished")
                .containsKeys("return_before", "return_mean", "steps", "steps_per_second");
        then(train.number("steps")).isEqualTo(192);
        then(train.number("steps_per_second")).isPositive();
    }

    @Test
    void train_severalSeeds_leavesARunForEach_andTheirInterquartileMean() throws IOException {
        Captured train = Tiny.train(run, "--seed", "3,5");
        then(train.exitCode()).isZero();
        then(train.out())
                .contains("seed", "before", "after")
                .contains("interquartile mean; 95 % interval")
                .contains("2 seeds; warning: with fewer than 5");
        Path alone = directory.resolve("alone");
        Tiny.train(alone, "--seed", 5);
        for (String file : new String[] {"config.yaml", "metrics.csv", "episodes.csv"}) {
            then(Files.readString(run.resolve("seed-5").resolve(file)))
                    .isEqualTo(Files.readString(alone.resolve(file)));
        }
        then(run.resolve("seed-3").resolve("summary.json")).exists();
    }

    @Test
    void train_severalSeeds_json_isAnArrayOfWhatOneSeedPrints() {
        Captured train = Tiny.train(run, "--seeds", "2", "--json");
        then(train.array())
                .hasSize(2)
                .allSatisfy(object -> then(object)
                        .containsEntry("status", "finished")
                        .containsKeys("run", "return_before", "return_mean", "steps", "steps_per_second"));
        then(train.array()).extracting(object -> object.get("seed")).containsExactly(1, 2);
    }

    @Test
    void train_seedsNamedAndCounted_orIntoARun_isRefused() {
        then(Tiny.train(run, "--seed", "1,2", "--seeds", "2").err()).contains("leave out one of them");
        then(run).doesNotExist();
        Tiny.train(run);
        then(Tiny.train(run, "--seeds", "2").err()).contains("holds other files already");
    }

    @Test
    void train_intoARun_isRefusedAndChangesNothing() {
        Tiny.train(run);
        Map<String, String> before = Tiny.content(run);
        Captured again = Tiny.train(run, "--seed", 2);
        then(again.exitCode()).isEqualTo(2);
        then(again.out()).isEmpty();
        then(again.err())
                .isEqualTo("ganglion: " + run + " already holds a run; go on with it by 'ganglion resume " + run
                        + "', or begin another with --out " + run + "-2\n");
        then(Tiny.content(run)).isEqualTo(before);
    }

    @Test
    void train_intoADirectoryWithOtherFiles_isRefusedAndChangesNothing() throws IOException {
        Files.createDirectories(run);
        Files.writeString(run.resolve("thesis.tex"), "ten years of work");
        Captured train = Tiny.train(run);
        then(train.exitCode()).isEqualTo(2);
        then(train.err()).contains("holds other files already").hasLineCount(1);
        then(Tiny.content(run)).containsExactly(Map.entry("thesis.tex", "ten years of work"));
    }

    @Test
    void train_whereNothingCanBeWritten_isOneSentence() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");
        Captured train = Tiny.train(file.resolve("run"));
        then(train.exitCode()).isEqualTo(2);
        then(train.err()).startsWith("ganglion: Cannot write ").hasLineCount(1);
    }

    @Test
    void train_sameSeed_leavesTheSameTables_onAnyNumberOfWorkers() throws IOException {
        Tiny.train(run);
        Path other = directory.resolve("other");
        Tiny.train(other, "--workers", 2);
        for (String table : new String[] {"metrics.csv", "episodes.csv"}) {
            then(Files.readString(other.resolve(table))).isEqualTo(Files.readString(run.resolve(table)));
        }
    }

    @Test
    void train_fromTheConfigOfARun_repeatsIt() throws IOException {
        Tiny.train(run);
        Path other = directory.resolve("other");
        Captured again = Captured.run("train", "--config", run.resolve("config.yaml"), "--out", other);
        then(again.exitCode()).isZero();
        then(Files.readString(other.resolve("metrics.csv"))).isEqualTo(Files.readString(run.resolve("metrics.csv")));
        then(Files.readString(other.resolve("config.yaml"))).isEqualTo(Files.readString(run.resolve("config.yaml")));
    }

    @Test
    void train_misspeltKeyInTheConfig_namesLineAndKey() throws IOException {
        Path config = Files.writeString(directory.resolve("my.yaml"), "seed: 1\nstesp: 10\n");
        Captured train = Captured.run("train", "--config", config, "--out", run);
        then(train.exitCode()).isEqualTo(2);
        then(train.err())
                .isEqualTo("ganglion: " + config + ", line 2: there is no key 'stesp'; did you mean 'steps'?\n");
        then(run).doesNotExist();
    }

    @Test
    void train_wrongValues_areRefusedBeforeAnythingIsMade() {
        for (String[] wrong : new String[][] {
            {"--env", "swimmer/swum", "did you mean 'swimmer/swim'?"},
            {"--env", "swimmer/swim:jonts=5", "did you mean 'joints'?"},
            {"--env", "swimmer/swim:joints=31", "the nearest is 30"},
            {"--controller", "mpl", "did you mean 'mlp'?"},
            {"--learner", "ppo:gama=0.9", "did you mean 'gamma'?"},
            {"--steps", "ten", "steps is a whole number"},
            {"--workers", "0", "the nearest is 1"},
        }) {
            Captured train = Captured.run("train", wrong[0], wrong[1], "--out", run);
            then(train.exitCode()).as(wrong[1]).isEqualTo(2);
            then(train.err()).contains(wrong[2]).hasLineCount(1);
            then(run).doesNotExist();
        }
    }
}
