package dev.ganglion.experiments.report;

import dev.ganglion.experiments.figure.IntervalChart;
import dev.ganglion.experiments.figure.LineChart;
import dev.ganglion.experiments.statistics.BootstrapInterval;
import dev.ganglion.experiments.statistics.PerformanceProfile;
import dev.ganglion.experiments.statistics.ScoreTable;
import dev.ganglion.experiments.study.Arm;
import dev.ganglion.experiments.study.Cell;
import dev.ganglion.experiments.study.Study;
import dev.ganglion.experiments.study.StudyResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The sections of a study's report that are about training. */
final class StudySections {
    private static final int MOST_LINES = 8;
    private static final int PROFILE_POINTS = 60;

    private final StudyResults results;
    private final Analysis analysis;
    private final List<Analysis.Score> scores;

    StudySections(StudyResults results) {
        this.results = results;
        analysis = new Analysis(results);
        scores = analysis.scores();
    }

    /** All of them that have something to say. */
    List<Block.Section> sections() {
        List<Block.Section> sections = new ArrayList<>();
        sections.add(arms());
        if (scores.isEmpty()) {
            return sections;
        }
        sections.add(finalScores());
        curves().ifPresent(sections::add);
        sections.add(profiles());
        comparisons().ifPresent(sections::add);
        ablations().ifPresent(sections::add);
        thresholds().ifPresent(sections::add);
        return sections;
    }

    private Block.Section arms() {
        List<List<String>> rows = new ArrayList<>();
        for (Arm arm : results.study().arms()) {
            List<Cell> cells = results.grid().cells().stream()
                    .filter(cell ->
                            cell.kind() == Cell.Kind.TRAINED && cell.arm().equals(arm.name()))
                    .toList();
            List<Cell> finished =
                    cells.stream().filter(results.finished()::containsKey).toList();
            String parameters = finished.stream()
                    .map(cell -> results.summary(cell).parameters())
                    .distinct()
                    .map(count -> String.format(Locale.ROOT, "%,d", count))
                    .collect(Collectors.joining(", "));
            rows.add(List.of(
                    arm.name(),
                    arm.controller().toString(),
                    parameters,
                    String.format(Locale.ROOT, "%,d", arm.steps()),
                    finished.size() + " of " + cells.size(),
                    cells.get(0).config().plan().learner().name()));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                "arms", List.of("arm", "controller", "parameters", "steps", "runs", "learner"), rows, Set.of(2, 3, 4)));
        if (results.finished().size() < results.grid().cells().size()) {
            blocks.add(new Block.Warning(Numbers.count(
                            results.grid().cells().size() - results.finished().size(), "run")
                    + " of the study have not finished; what follows is about those that have."));
        }
        return new Block.Section("arms", "What is compared", blocks);
    }

    private Block.Section finalScores() {
        List<IntervalChart.Row> marks = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Analysis.Score score : scores) {
            marks.add(new IntervalChart.Row(
                    label(score),
                    colour(score.arm().name()),
                    score.after().estimate(),
                    score.after().low(),
                    score.after().high(),
                    score.before()));
            rows.add(List.of(
                    score.arm().name(),
                    score.environment(),
                    Integer.toString(score.after().runs()),
                    Numbers.number(score.before()),
                    Numbers.number(score.after().estimate()),
                    Numbers.interval(score.after()),
                    Numbers.number(score.gap())));
        }
        List<Block> blocks = new ArrayList<>(List.of(
                new Block.Picture(
                        new IntervalChart("final-scores", "Return after training", "return per episode", marks)
                                .figure(),
                        "Dots: interquartile mean over runs after training, with its 95 % interval. Hollow: before"
                                + " training. Without exploration noise. The optimality gap is how far runs fall short of "
                                + goals()
                                + " on average."),
                new Block.Table(
                        "final-scores",
                        List.of("arm", "environment", "runs", "before", "after", "95 % interval", "optimality gap"),
                        rows,
                        Set.of(2, 3, 4, 6))));
        if (scores.stream().anyMatch(score -> score.after().isOfFewRuns())) {
            blocks.add(new Block.Warning("With fewer than " + BootstrapInterval.FEWEST_RUNS
                    + " runs a bootstrap interval is too narrow: it knows no run that was not made."));
        }
        return new Block.Section("scores", "What they earn", blocks);
    }

    private String goals() {
        List<Study.Place> places = results.study().environments();
        boolean isOne = places.stream().map(Study.Place::goal).distinct().count() == 1;
        return places.stream()
                .limit(isOne ? 1 : places.size())
                .map(place -> Numbers.number(place.goal()) + (isOne ? "" : " (" + place.name() + ")"))
                .collect(Collectors.joining(", "));
    }

    private Optional<Block.Section> curves() {
        List<Block> blocks = new ArrayList<>();
        for (Study.Place place : results.study().environments()) {
            List<LineChart.Series> lines = scores.stream()
                    .filter(score -> score.environment().equals(place.name()))
                    .map(score -> new LineChart.Series(
                            score.arm().name(), colour(score.arm().name()), analysis.curve(score.cells())))
                    .filter(line -> !line.points().isEmpty())
                    .toList();
            for (int from = 0; from < lines.size(); from += MOST_LINES) {
                blocks.add(new Block.Picture(
                        new LineChart(
                                        "learning-" + place.name() + (from == 0 ? "" : "-" + (from / MOST_LINES + 1)),
                                        "Learning curves on " + place.name(),
                                        "environment steps",
                                        "return per episode",
                                        lines.subList(from, Math.min(lines.size(), from + MOST_LINES)))
                                .figure(),
                        place.environment().name()
                                + ": interquartile mean of the runs' training returns, with exploration noise, and the"
                                + " 95 % band over runs."));
            }
        }
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Section("learning", "How they learn", blocks));
    }

    private Block.Section profiles() {
        double highest = scores.stream()
                .flatMapToDouble(score -> DoubleStream.of(results.after(score.cells())))
                .max()
                .orElse(1);
        double lowest = Math.min(
                0,
                scores.stream()
                        .flatMapToDouble(score -> DoubleStream.of(results.after(score.cells())))
                        .min()
                        .orElse(0));
        double[] thresholds = IntStream.rangeClosed(0, PROFILE_POINTS)
                .mapToDouble(i -> lowest + (highest - lowest) * i / PROFILE_POINTS)
                .toArray();
        List<LineChart.Series> lines = new ArrayList<>();
        for (Arm arm : results.study().arms()) {
            double[][] runs = scores.stream()
                    .filter(score -> score.arm().equals(arm))
                    .map(score -> results.after(score.cells()))
                    .toArray(double[][]::new);
            if (runs.length > 0) {
                lines.add(new LineChart.Series(
                        arm.name(),
                        colour(arm.name()),
                        PerformanceProfile.of(ScoreTable.of(runs), thresholds).points().stream()
                                .map(point -> new LineChart.Point(
                                        point.threshold(), point.share(), point.share(), point.share()))
                                .toList()));
            }
        }
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += MOST_LINES) {
            blocks.add(new Block.Picture(
                    new LineChart(
                                    "profiles" + (from == 0 ? "" : "-" + (from / MOST_LINES + 1)),
                                    "Performance profiles",
                                    "return",
                                    "share of runs that earn more",
                                    lines.subList(from, Math.min(lines.size(), from + MOST_LINES)))
                            .figure(),
                    "Share of an arm's runs that earn more than a return, mean over environments. A line above"
                            + " another everywhere is better, whatever one asks for."));
        }
        return new Block.Section("profiles", "How many of the runs earn how much", blocks);
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
                    colour(removal.arm().name()),
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
        for (Analysis.Reaching reaching : analysis.reachings(scores)) {
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

    private String label(Analysis.Score score) {
        return score.arm().name() + (results.study().environments().size() > 1 ? ", " + score.environment() : "");
    }

    private int colour(String arm) {
        return results.study().arms().stream().map(Arm::name).toList().indexOf(arm);
    }
}
