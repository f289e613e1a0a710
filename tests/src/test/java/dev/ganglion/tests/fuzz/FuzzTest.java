package dev.ganglion.tests.fuzz;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every reader against hostile files: none may hang, take more than 256 MB, write elsewhere, run what a file names, or
 * end in anything but a sentence. {@code -Dganglion.fuzz.cases=10000} tries more, {@code -Dganglion.fuzz.seed=2} others.
 */
class FuzzTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Target.class)
    void read_hostileFiles_refusesEachInASentence(Target target) throws IOException, InterruptedException {
        int cases = Integer.getInteger("ganglion.fuzz.cases", 500);
        long seed = Long.getLong("ganglion.fuzz.seed", 1);
        Path said = directory.resolve("said.txt");
        Path home = Files.createDirectory(directory.resolve("home"));
        Path folder = directory.resolve("cases");
        int exitCode = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Fuzz.class.getName(),
                        target.name(),
                        Long.toString(seed),
                        "1",
                        Integer.toString(cases),
                        folder.toString()))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        String all = Files.readString(said, StandardCharsets.UTF_8);
        System.out.println(all.lines().reduce((first, second) -> second).orElse(""));
        then(exitCode).as(all).isZero();
        then(all).as("as many are refused as can be expected").containsPattern("[1-9][0-9]* refused, 0 faults");
        then(home).isEmptyDirectory();
    }
}
