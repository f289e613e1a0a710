package dev.ganglion.tests.acceptance;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.ganglion.experiments.SessionListener;
import dev.ganglion.experiments.TrainingSession;
import dev.ganglion.experiments.Watching;
import dev.ganglion.experiments.run.Summary;
import dev.ganglion.experiments.study.Cell;
import dev.ganglion.experiments.study.Study;
import dev.ganglion.experiments.study.StudyGrid;
import dev.ganglion.experiments.study.StudyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A cell of each study that ships, run again for as many updates as {@code experiments/results/NAME/replay.csv} holds, or
 * to its end.
 *
 * <p>On a processor like the one that is named beside it every digit is the same. On another the last bits of a sum may
 * differ, and grow while training goes on; there, returns are within 3 % of the committed, or within 5, and rewards of a
 * step within 3 %, or within 0.02.
 */
class StudyReplayTest {
    private static final Path RESULTS = Project.folder().resolve("experiments/results");
    private static final double SHARE = 0.03;
    private static final double LEAST_RETURN = 5;
    private static final double LEAST_REWARD = 0.02;

    @TempDir
    private Path folder;

    static Stream<String> studies() {
        try (Stream<Path> content = Files.list(RESULTS)) {
            return content
                    .filter(Files::isDirectory)
                    .map(study -> study.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void cell_runAgain_givesTheCommittedNumbers(String name) throws IOException {
        Path results = RESULTS.resolve(name);
        Study study = StudyReader.read(Project.folder().resolve("experiments/studies/" + name + ".yaml"));
        List<Map<String, String>> committed = rows(results.resolve("replay.csv"));
        String id = value(committed.get(0), "cell");
        Cell cell = StudyGrid.of(study).cells().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
        AtomicInteger updates = new AtomicInteger();
        Summary summary = TrainingSession.train(
                cell.config(),
                folder.resolve("run"),
                new Watching(study.episodes(), study.evaluationSeed(), false),
                new SessionListener() {},
                () -> updates.incrementAndGet() == committed.size());

        List<Map<String, String>> replayed = rows(folder.resolve("run/metrics.csv"));
        then(replayed).hasSameSizeAs(committed);
        boolean isSameKind = Files.readString(results.resolve("processor.txt")).equals(Processor.text());
        if (isSameKind) {
            for (int update = 0; update < committed.size(); update++) {
                then(committed.get(update)).containsAllEntriesOf(replayed.get(update));
            }
        } else {
            for (int update = 0; update < committed.size(); update++) {
                String reward = "charts/reward";
                near(value(replayed.get(update), reward), value(committed.get(update), reward), LEAST_REWARD);
                String earned = "return_mean";
                near(value(replayed.get(update), earned), value(committed.get(update), earned), LEAST_RETURN);
            }
        }
        Map<String, String> row = rows(results.resolve("cells.csv")).stream()
                .filter(candidate -> id.equals(candidate.get("cell")))
                .findFirst()
                .orElseThrow();
        compare(isSameKind, summary.before().orElseThrow(), value(row, "return_before"));
        if (summary.status() == Summary.Status.FINISHED) {
            compare(isSameKind, summary.after().orElseThrow(), value(row, "return_after"));
        }
    }

    private static void compare(boolean isSameKind, Summary.Score score, String committed) {
        if (isSameKind) {
            then(score.returnMean()).isEqualTo(Double.parseDouble(committed));
        } else {
            near(Double.toString(score.returnMean()), committed, LEAST_RETURN);
        }
    }

    private static void near(String replayed, String committed, double least) {
        if (committed.isEmpty()) {
            then(replayed).isEmpty();
        } else {
            double value = Double.parseDouble(committed);
            then(Double.parseDouble(replayed)).isCloseTo(value, within(Math.max(least, SHARE * Math.abs(value))));
        }
    }

    private static String value(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static List<Map<String, String>> rows(Path csv) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        }
    }
}
