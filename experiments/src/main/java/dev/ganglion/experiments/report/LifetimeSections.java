package dev.ganglion.experiments.report;

import dev.ganglion.experiments.figure.Figure;
import dev.ganglion.experiments.lifetime.LifetimeFigures;
import dev.ganglion.experiments.lifetime.LifetimeProtocol;
import dev.ganglion.experiments.lifetime.LifetimeSummary;
import dev.ganglion.experiments.lifetime.LifetimeTable;
import dev.ganglion.experiments.lifetime.RunLives;
import dev.ganglion.experiments.statistics.BootstrapInterval;
import dev.ganglion.experiments.study.Arm;
import dev.ganglion.experiments.study.Cell;
import dev.ganglion.experiments.study.Study;
import dev.ganglion.experiments.study.StudyResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The section of a study's report about lives longer than those trained for. */
final class LifetimeSections {
    private static final int MOST_LINES = 8;

    private final StudyResults results;

    LifetimeSections(StudyResults results) {
        this.results = results;
    }

    /** What an arm's runs do on an environment. */
    private record Lived(String arm, int colour, LifetimeSummary summary) {}

    /** The section, if the study watches lives and there are any. */
    Optional<Block.Section> section() {
        return results.study().lifetime().flatMap(this::section);
    }

    private Optional<Block.Section> section(LifetimeProtocol protocol) {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Study.Place place : results.study().environments()) {
            List<Lived> lived = lived(place);
            for (int from = 0; from < lived.size(); from += MOST_LINES) {
                blocks.addAll(figures(place, lived.subList(from, Math.min(lived.size(), from + MOST_LINES)), from));
            }
            lived.forEach(one -> rows.addAll(rows(place, one, protocol)));
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        blocks.add(new Block.Table(
                "lifetimes",
                List.of(
                        "arm",
                        "environment",
                        "runs",
                        "life",
                        "last window",
                        "95 % interval",
                        "index",
                        "95 % interval",
                        "alive",
                        "steps until failure",
                        "95 % interval",
                        "largest weight",
                        "95 % interval"),
                rows,
                Set.of(2, 3, 4, 6, 8, 9, 11)));
        blocks.add(new Block.Paragraph("Each run lives "
                + Numbers.count(protocol.lives(), "life").replace("lifes", "lives")
                + " of each length, in time limits of its environment, without noise. Last window: return of the last"
                + " time limit. Index: that return over the first window's; 1 where nothing is lost. Alive: share of"
                + " lives without a failure, such as a fall, after which nothing is earned. Until failure: steps lived,"
                + " at most the life's. Largest weight: largest size of a plastic weight in a life. Interquartile means"
                + " over runs of means over lives."));
        return Optional.of(new Block.Section("lifetimes", "Beyond the life trained for", blocks));
    }

    private List<Lived> lived(Study.Place place) {
        List<Arm> arms = results.study().arms();
        return IntStream.range(0, arms.size())
                .mapToObj(index -> {
                    String arm = arms.get(index).name();
                    List<RunLives> runs = results.cells(Cell.Kind.TRAINED, arm, place.name()).stream()
                            .map(cell -> LifetimeTable.read(
                                    cell.lives(results.directory().path()).orElseThrow()))
                            .toList();
                    return new Lived(arm, index, new LifetimeSummary(runs));
                })
                .filter(one -> !one.summary.runs().isEmpty())
                .toList();
    }

    private static List<Block> figures(Study.Place place, List<Lived> lived, int from) {
        List<LifetimeFigures.Line> lines = lived.stream()
                .map(one -> new LifetimeFigures.Line(one.arm, one.colour, one.summary))
                .toList();
        String end = place.name() + (from == 0 ? "" : "-" + (from / MOST_LINES + 1));
        List<Block> blocks = new ArrayList<>();
        Figure returns = LifetimeFigures.returns("lifetimes-" + end, "Long lives on " + place.name(), lines);
        blocks.add(new Block.Picture(
                returns,
                place.environment().name() + ": return of each window of "
                        + lived.get(0).summary.runs().get(0).window()
                        + " steps, interquartile mean over runs with a 95 % band. Left of 1 is the life trained for."));
        LifetimeFigures.weights("lifetime-weights-" + end, "Plastic weights on " + place.name(), lines)
                .ifPresent(figure -> blocks.add(new Block.Picture(
                        figure,
                        place.environment().name()
                                + ": largest size of a plastic weight in each window, as log10, among the lives"
                                + " that have not ended, with a 95 % band over runs.")));
        return blocks;
    }

    private static List<List<String>> rows(Study.Place place, Lived lived, LifetimeProtocol protocol) {
        return protocol.multiples().stream()
                .map(multiple -> row(place, lived, lived.summary.row(multiple)))
                .toList();
    }

    private static List<String> row(Study.Place place, Lived lived, LifetimeSummary.Row row) {
        return List.of(
                lived.arm,
                place.name(),
                Integer.toString(row.lastReturn().runs()),
                Integer.toString(row.multiple()),
                Numbers.number(row.lastReturn().estimate()),
                Numbers.interval(row.lastReturn()),
                estimate(row.index()),
                interval(row.index()),
                String.format(Locale.ROOT, "%.0f %%", 100 * row.alive().estimate()),
                Numbers.number(row.stepsToFailure().estimate()),
                Numbers.interval(row.stepsToFailure()),
                estimate(row.largestWeight()),
                interval(row.largestWeight()));
    }

    private static String estimate(Optional<BootstrapInterval> interval) {
        return interval.map(found -> Numbers.number(found.estimate())).orElse("–");
    }

    private static String interval(Optional<BootstrapInterval> interval) {
        return interval.map(Numbers::interval).orElse("–");
    }
}
