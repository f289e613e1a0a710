package dev.ganglion.tests.launcher;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "It is a shell script")
class LauncherTest {
    @TempDir
    private Path directory;

    @Test
    void firstUse_saysThatItBuilds_thenRunsAndPassesOnTheExitCode() throws Exception {
        Checkout checkout = new Checkout(directory);
        Checkout.Run run = checkout.run("train", "--out", "a b");
        then(run.err()).isEqualTo("Building Ganglion (first use, about a minute)…\n");
        then(run.out().lines()).endsWith("dev.ganglion.experiments.cli.Main", "train", "--out", "a b");
        then(run.exitCode()).isEqualTo(7);
        then(checkout.leftovers()).isEmpty();
    }

    @Test
    void secondUse_buildsNothingAndSaysNothing() throws Exception {
        Checkout checkout = new Checkout(directory);
        checkout.run("list");
        then(checkout.run("list").err()).isEmpty();
        then(checkout.builds()).isEqualTo(1);
    }

    @Test
    void changedSource_buildsAgain() throws Exception {
        Checkout checkout = new Checkout(directory);
        checkout.run("list");
        Files.setLastModifiedTime(checkout.source(), FileTime.from(Instant.now().plusSeconds(5)));
        then(checkout.run("list").err()).contains("sources have changed");
        then(checkout.builds()).isEqualTo(2);
    }

    @Test
    void builtJars_areCopied_andLibrariesAreNot() throws Exception {
        Checkout checkout = new Checkout(directory);
        String path = checkout.run("list")
                .out()
                .lines()
                .dropWhile(line -> !line.equals("-cp"))
                .skip(1)
                .findFirst()
                .orElseThrow();
        then(path)
                .doesNotContain("experiments/target")
                .contains("/lib/ganglion-experiments.jar")
                .contains("/library/one.jar");
    }

    @Test
    void throughALinkFromElsewhere_runsWhereTheUserIs() throws Exception {
        Checkout checkout = new Checkout(directory);
        Path elsewhere = Files.createDirectories(directory.resolve("else where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), Path.of("../home/ganglion"));
        Checkout.Run run = Checkout.finish(checkout.start(link, elsewhere, "list"));
        then(run.out()).startsWith("in " + elsewhere.toRealPath() + "\n");
        then(checkout.builds()).isEqualTo(1);
    }

    @Test
    void severalAtOnce_buildOnce() throws Exception {
        Checkout checkout = new Checkout(directory);
        List<Process> processes = IntStream.range(0, 4)
                .mapToObj(i -> checkout.start(checkout.home().resolve("ganglion"), directory, "list"))
                .toList();
        for (Process process : processes) {
            then(Checkout.finish(process).exitCode()).isEqualTo(7);
        }
        then(checkout.builds()).isEqualTo(1);
        then(checkout.leftovers()).isEmpty();
    }

    @Test
    void lockOfADeadProcess_isTakenOver() throws Exception {
        Checkout checkout = new Checkout(directory);
        Files.createDirectories(checkout.home().resolve("target/launcher"));
        Process dead = checkout.start(checkout.bin().resolve("java"), directory, "-version");
        dead.waitFor();
        Files.writeString(checkout.home().resolve("target/launcher/lock"), dead.pid() + "\n");
        then(checkout.run("list").exitCode()).isEqualTo(7);
    }

    @Test
    void noJava_isSaid() throws Exception {
        Checkout checkout = new Checkout(directory);
        Files.delete(checkout.bin().resolve("java"));
        Checkout.Run run = checkout.run("list");
        then(run.exitCode()).isEqualTo(2);
        then(run.err()).contains("no java on the PATH").contains("JDK 17").hasLineCount(1);
    }

    @Test
    void oldJava_isSaid() throws Exception {
        Checkout checkout = new Checkout(directory);
        checkout.java("11.0.2");
        Checkout.Run run = checkout.run("list");
        then(run.exitCode()).isEqualTo(2);
        then(run.err()).contains("is Java 11; Ganglion needs a JDK 17 or newer");
        then(checkout.builds()).isZero();
    }

    @Test
    void noMaven_isSaidOnlyIfItMustBuild() throws Exception {
        Checkout checkout = new Checkout(directory);
        Path maven = checkout.bin().resolve("mvn");
        Path hidden = maven.resolveSibling("hidden");
        Files.move(maven, hidden);
        Checkout.Run run = checkout.run("list");
        then(run.exitCode()).isEqualTo(2);
        then(run.err()).contains("Maven 3.8 or newer");
        Files.move(hidden, maven);
        checkout.run("list");
        Files.delete(maven);
        then(checkout.run("list").exitCode()).isEqualTo(7);
    }

    @Test
    void failedBuild_showsItsErrorsAndLeavesNothing() throws IOException, InterruptedException {
        Checkout checkout = new Checkout(directory);
        checkout.maven("echo '[INFO] hundreds of lines'; echo '[ERROR] Source.java:[1,2] what is wrong'; exit 1\n");
        Checkout.Run run = checkout.run("list");
        then(run.exitCode()).isEqualTo(1);
        then(run.err())
                .contains("[ERROR] Source.java:[1,2] what is wrong")
                .contains("the whole log is in " + checkout.home().toRealPath().resolve("target/launcher/build.log"))
                .doesNotContain("[INFO]");
        then(checkout.home().resolve("target/launcher/current")).doesNotExist();
        then(checkout.leftovers()).isEmpty();
    }
}
