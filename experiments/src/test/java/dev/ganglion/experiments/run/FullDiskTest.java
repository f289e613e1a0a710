package dev.ganglion.experiments.run;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.agents.LearnerChoice;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.config.Settings;
import dev.ganglion.experiments.disk.LimitedDisk;
import dev.ganglion.experiments.disk.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run whose disk is full after so many bytes, or refuses one of the things that are done to it: all of its files are
 * met in every state. {@code -Dganglion.disk.stride=1} tries every byte.
 */
class FullDiskTest {
    private static final Pattern SENTENCE = Pattern.compile("[^\\n]*: No space left on device; (nothing was learned yet"
            + "|the checkpoint of update (\\d+) is whole, and 'ganglion resume ([^']+)' goes on from it)");

    private final ScriptedLearner learner = new ScriptedLearner();
    private final RunConfig config = config();
    private final Room used = new Room();

    @TempDir
    private Path directory;

    private Map<String, String> undisturbed = Map.of();

    private RunConfig config() {
        RunConfig usual = RunConfig.resolve(Settings.NONE);
        TrainingPlan plan = usual.plan();
        LearnerChoice scripted = new LearnerChoice(learner, learner.options().defaults());
        return new RunConfig(
                new TrainingPlan(plan.environment(), plan.controller(), scripted, 40, 1, 2, 1),
                usual.preset(),
                usual.version());
    }

    @BeforeEach
    void trainUndisturbed() {
        Path run = directory.resolve("undisturbed");
        goOn(LimitedDisk.of(run, used));
        undisturbed = content(run);
        then(undisturbed).hasSize(7);
    }

    @Test
    void train_diskFullAfterAnyBytes_leavesARunToGoOnWith() {
        int stride = Integer.getInteger("ganglion.disk.stride", 13);
        then(used.bytesUsed()).isGreaterThan(100L * stride);
        for (long bytes = 0; bytes < used.bytesUsed(); bytes += stride) {
            long left = bytes;
            thenRecovers("bytes-" + bytes, room -> room.leaveBytes(left));
        }
    }

    @Test
    void train_diskRefusesAnyOperation_leavesARunToGoOnWith() {
        then(used.operationsUsed()).isGreaterThan(50);
        for (long operations = 0; operations < used.operationsUsed(); operations++) {
            long left = operations;
            thenRecovers("operations-" + operations, room -> room.leaveOperations(left));
        }
    }

    private void thenRecovers(String name, Consumer<Room> limit) {
        Path run = directory.resolve(name);
        Room room = new Room();
        limit.accept(room);
        Path limited = LimitedDisk.of(run, room);
        thenThrownBy(() -> goOn(limited))
                .as(name)
                .isInstanceOf(InvalidInputException.class)
                .satisfies(error -> {
                    String sentence = String.valueOf(error.getMessage());
                    Matcher parts = SENTENCE.matcher(sentence);
                    then(parts.matches()).as("%s: %s", name, sentence).isTrue();
                    then(sentence).contains(run.toString());
                    if (parts.group(2) != null) {
                        then(new RunDirectory(run)
                                        .checkpoints()
                                        .latest()
                                        .checkpoint()
                                        .update())
                                .isEqualTo(Long.parseLong(parts.group(2)));
                    }
                });
        Map<String, String> left = Files.exists(run) ? content(run) : Map.of();
        // Resuming where there is still no room changes nothing that matters.
        thenThrownBy(() -> goOn(limited)).as(name).isInstanceOf(InvalidInputException.class);
        left.forEach((file, bytes) -> {
            if (file.endsWith("t.checkpoint") || file.endsWith(".yaml")) {
                then(content(run)).as(name).containsEntry(file, bytes);
            }
        });
        room.make();
        goOn(limited);
        then(content(run)).as(name).isEqualTo(undisturbed);
        delete(run);
    }

    /** Does what the commands {@code train} and {@code resume} do. */
    private void goOn(Path path) {
        RunDirectory run = new RunDirectory(path);
        if (!run.isRun()) {
            run = RunDirectory.create(path, config);
        }
        RecordedTraining.record(
                        run,
                        config,
                        run.isUnbegun() ? null : run.checkpoints().latest().checkpoint(),
                        () -> false,
                        learner)
                .blockingSubscribe();
    }

    /** Files by name, but for the checkpoint before the latest, which depends on where the run was interrupted. */
    private static Map<String, String> content(Path run) {
        Map<String, String> content = new TreeMap<>();
        for (Path file : files(run)) {
            try {
                content.put(run.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        content.remove(Path.of("checkpoints", "previous.checkpoint").toString());
        return content;
    }

    private static Iterable<Path> files(Path path) {
        try (Stream<Path> walk = Files.walk(path)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path run) {
        for (Path file : files(run)) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
