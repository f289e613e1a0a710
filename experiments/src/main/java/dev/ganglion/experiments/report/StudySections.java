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
        sections.addAll(new ComparisonSections(results, analysis).sections());
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

    private String label(Analysis.Score score) {
        return score.arm().name() + (results.study().environments().size() > 1 ? ", " + score.environment() : "");
    }

    private int colour(String arm) {
        return colour(results.study(), arm);
    }

    /** The colour of an arm's marks, by its number. */
    static int colour(Study study, String arm) {
        return study.arms().stream().map(Arm::name).toList().indexOf(arm);
    }
}
