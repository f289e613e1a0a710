package dev.ganglion.tests.fault;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.experiments.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A study whose processes are killed at random moments, as by {@code kill -9}, and run again until it is through.
 *
 * <p>{@code -Dganglion.kills=10} kills more often than the build has time for, {@code -Dganglion.seed=7} at other moments.
 */
class KilledStudyTest {
    private static final String STUDY = """
            study: killed
            environments: [swimmer/swim]
            arms:
              - {name: ncap, controller: ncap}
              - {name: dense, controller: "mlp:hidden=16"}
            seeds: 1
            steps: 12000
            preset: none
            learner: ppo:rollout=1000,minibatch=500,epochs=4,critic-hidden=16,schedule=linear
            side-by-side: 5
            evaluation: {episodes: 2}
            """;

    /** A cell takes a few seconds, the start of its process included. */
    private static final int LONGEST_PEACE_MILLISECONDS = 5_000;

    @TempDir
    private Path folder;

    @Test
    void study_killedAtRandomMoments_endsWithTheBitsOfOneThatWasLeftInPeace() throws Exception {
        int kills = Integer.getInteger("ganglion.kills", 1);
        long seed = Long.getLong("ganglion.seed", 1);
        SplittableRandom random = new SplittableRandom(seed);
        Files.writeString(folder.resolve("killed.yaml"), STUDY);
        then(start("undisturbed").waitFor()).as(said("undisturbed")).isZero();

        int cellsKilled = 0;
        int studiesKilled = 0;
        Process study = start("disturbed");
        while (cellsKilled < kills || studiesKilled < kills) {
            if (study.waitFor(1 + random.nextInt(LONGEST_PEACE_MILLISECONDS), TimeUnit.MILLISECONDS)) {
                // It is through, so there is nothing left to kill: its runs are taken away, and it begins anew.
                delete(folder.resolve("disturbed"));
                study = start("disturbed");
                continue;
            }
            List<ProcessHandle> cells = study.descendants().toList();
            if (studiesKilled >= kills || (cellsKilled < kills && random.nextBoolean())) {
                cellsKilled += !cells.isEmpty()
                                && cells.get(random.nextInt(cells.size())).destroyForcibly()
                        ? 1
                        : 0;
            } else {
                study.destroyForcibly().waitFor();
                studiesKilled++;
                study = start("disturbed");
            }
        }
        // A cell that was killed twice under the same study is given up, and taken up again by the next.
        for (int again = 0; study.waitFor() != 0 && again <= kills; again++) {
            study = start("disturbed");
        }
        then(study.exitValue()).as("seed %d: %s", seed, said("disturbed")).isZero();
        then(results("disturbed")).as("seed %d", seed).isEqualTo(results("undisturbed"));
    }

    private Process start(String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "study",
                        folder.resolve("killed.yaml").toString(),
                        "--jobs",
                        "2",
                        "--out",
                        folder.resolve(name).toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()))
                .start();
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private String said(String name) throws IOException {
        return Files.readString(log(name), StandardCharsets.UTF_8);
    }

    /** Content of the files that hold a study's results and are free of times, by name. */
    private Map<String, String> results(String name) {
        Map<String, String> content = new TreeMap<>();
        for (Path file : files(folder.resolve(name))) {
            String path = folder.resolve(name).relativize(file).toString();
            if (path.matches(".*(cells|metrics|episodes)\\.csv|.*latest\\.checkpoint|.*\\.(gif|svg)")) {
                content.put(path, bytes(file));
            }
        }
        then(content).hasSizeGreaterThan(8);
        return content;
    }

    private static void delete(Path path) throws IOException {
        for (Path file : files(path)) {
            Files.delete(file);
        }
    }

    private static List<Path> files(Path path) {
        try (Stream<Path> walk = Files.walk(path)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
