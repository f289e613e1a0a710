package dev.ganglion.experiments.report;

import dev.ganglion.experiments.figure.IntervalChart;
import dev.ganglion.experiments.study.StudyResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sections of a study's report that set arms beside each other.
 *
 * @param results of the study
 * @param analysis of its runs
 */
record ComparisonSections(StudyResults results, Analysis analysis) {
    /** All of them that have something to say. */
    List<Block.Section> sections() {
        return Stream.of(comparisons(), ablations(), thresholds())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Block.Section> comparisons() {
        List<List<String>> rows = new ArrayList<>();
        for (Analysis.Comparison pair : analysis.comparisons()) {
            rows.add(List.of(
                    pair.first() + " against " + pair.second(),
                    pair.environment(),
                    Numbers.number(pair.improvement().estimate()),
                    Numbers.interval(pair.improvement()),
                    Numbers.number(pair.test().cliffsDelta()),
                    Numbers.p(pair.test().p()),
                    Numbers.p(pair.p())));
        }
        return section(
                rows,
                "comparisons",
                "One against another",
                List.of("arms", "environment", "P(better)", "95 % interval", "Cliff's delta", "p", "p, Holm"),
                Set.of(2, 4, 5, 6),
                "P(better): probability that a run of the first arm earns more than one of the second, with its bootstrap interval;"
                        + " the exact two-sided Mann–Whitney test on the runs' mean returns; Holm-corrected over all rows.");
    }

    private Optional<Block.Section> ablations() {
        List<IntervalChart.Row> marks = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Analysis.Removal removal : analysis.removals()) {
            marks.add(new IntervalChart.Row(
                    removal.arm().name()
                            + (results.study().environments().size() > 1 ? ", " + removal.environment() : ""),
                    StudySections.colour(results.study(), removal.arm().name()),
                    removal.cost().estimate(),
                    removal.cost().low(),
                    removal.cost().high(),
                    Double.NaN));
            rows.add(List.of(
                    removal.arm().name(),
                    removal.intact(),
                    removal.environment(),
                    Numbers.number(removal.cost().estimate()),
                    Numbers.interval(removal.cost()),
                    Numbers.p(removal.p())));
        }
        Optional<Block.Section> section = section(
                rows,
                "ablations",
                "What each piece is worth",
                List.of("without it", "intact", "environment", "cost", "95 % interval", "p, Holm"),
                Set.of(3, 5),
                "Cost of its removal: interquartile mean of the intact arm less that of the arm without the piece, both"
                        + " trained from the start and from the same seeds.");
        return section.map(found -> {
            List<Block> blocks = new ArrayList<>(found.blocks());
            blocks.add(
                    0,
                    new Block.Picture(
                            new IntervalChart("ablations", "Cost of removal", "return lost", marks).figure(),
                            "What is lost in return where a piece is missing, with 95 % intervals."));
            return new Block.Section(found.id(), found.title(), blocks);
        });
    }

    private Optional<Block.Section> thresholds() {
        List<List<String>> rows = new ArrayList<>();
        for (Analysis.Reaching reaching : analysis.reachings(analysis.scores())) {
            rows.add(List.of(
                    reaching.arm(),
                    reaching.environment(),
                    Numbers.number(reaching.threshold()),
                    reaching.reached() + " of " + reaching.runs(),
                    reaching.median().isPresent()
                            ? String.format(
                                    Locale.ROOT, "%,d", reaching.median().getAsLong())
                            : "not by half of them"));
        }
        return section(
                rows,
                "thresholds",
                "How soon",
                List.of("arm", "environment", "return", "runs that reach it", "median steps"),
                Set.of(2, 3, 4),
                "Environment steps until an update's episodes earn the return on average, with exploration noise. Runs"
                        + " that never do are censored; the median is Kaplan and Meier's.");
    }

    private static Optional<Block.Section> section(
            List<List<String>> rows, String id, String title, List<String> header, Set<Integer> numbers, String note) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Section(
                        id, title, List.of(new Block.Table(id, header, rows, numbers), new Block.Paragraph(note))));
    }
}
