package dev.ganglion.experiments.report;

import dev.ganglion.experiments.figure.LineChart;
import dev.ganglion.experiments.statistics.Aggregates;
import dev.ganglion.experiments.statistics.BootstrapInterval;
import dev.ganglion.experiments.statistics.Holm;
import dev.ganglion.experiments.statistics.MannWhitney;
import dev.ganglion.experiments.statistics.ScoreTable;
import dev.ganglion.experiments.statistics.StepsToThreshold;
import dev.ganglion.experiments.study.Arm;
import dev.ganglion.experiments.study.Cell;
import dev.ganglion.experiments.study.Study;
import dev.ganglion.experiments.study.StudyResults;
import dev.ganglion.experiments.study.StudyTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** What can be said from a study's runs. Resamples are the same whenever the same runs are analysed. */
public final class Analysis {
    private static final long SEED = 1;
    private static final int BAND_POINTS = 30;
    private static final int BAND_RESAMPLES = 1_000;

    private final StudyResults results;

    /** Analyses what has finished. */
    public Analysis(StudyResults results) {
        this.results = results;
    }

    /**
     * Returns of an arm in an environment, without noise.
     *
     * @param arm the arm
     * @param environment name of the environment
     * @param cells its finished runs
     * @param before interquartile mean of the runs before training
     * @param after the same after training, with its interval
     * @param gap how far the runs fall short of the environment's goal after training, on average
     */
    public record Score(
            Arm arm, String environment, List<Cell> cells, double before, BootstrapInterval after, double gap) {}

    /**
     * Two arms in an environment.
     *
     * @param first name of the arm that may be better
     * @param second name of the other
     * @param environment name of the environment
     * @param improvement probability that a run of the first earns more than one of the second
     * @param test Mann–Whitney test on the runs
     * @param p its p-value, Holm-corrected over all comparisons of the study
     */
    public record Comparison(
            String first,
            String second,
            String environment,
            BootstrapInterval improvement,
            MannWhitney test,
            double p) {}

    /**
     * What an arm earns less than the intact one.
     *
     * @param arm the arm that lacks a piece
     * @param intact name of the intact arm
     * @param environment name of the environment
     * @param cost difference of the interquartile means, positive if the piece was worth something
     * @param p p-value of the Mann–Whitney test, Holm-corrected over all ablations of the study
     */
    public record Removal(Arm arm, String intact, String environment, BootstrapInterval cost, double p) {}

    /**
     * When the runs of an arm reached a return.
     *
     * @param arm name of the arm
     * @param environment name of the environment
     * @param threshold the return
     * @param runs how many runs there are
     * @param reached how many of them did
     * @param median environment steps by which half of them had, if that many did
     */
    public record Reaching(
            String arm, String environment, double threshold, int runs, long reached, OptionalLong median) {}

    /** Scores of all arms in all environments that have finished runs. */
    public List<Score> scores() {
        List<Score> scores = new ArrayList<>();
        for (Study.Place place : results.study().environments()) {
            for (Arm arm : results.study().arms()) {
                List<Cell> cells = results.cells(Cell.Kind.TRAINED, arm.name(), place.name());
                if (!cells.isEmpty()) {
                    scores.add(new Score(
                            arm,
                            place.name(),
                            cells,
                            Aggregates.interquartileMean(ScoreTable.ofRuns(results.before(cells))),
                            interval(results.after(cells)),
                            Aggregates.optimalityGap(ScoreTable.ofRuns(results.after(cells)), place.goal())));
                }
            }
        }
        return scores;
    }

    /** The interquartile mean of runs with its interval. */
    public static BootstrapInterval interval(double... scores) {
        return BootstrapInterval.of(ScoreTable.ofRuns(scores), SEED, Aggregates::interquartileMean);
    }

    /** The comparisons that the study asks for, as far as there are runs. */
    public List<Comparison> comparisons() {
        List<Comparison> found = new ArrayList<>();
        for (Study.Comparison pair : results.study().comparisons()) {
            for (Study.Place place : results.study().environments()) {
                double[] first = after(pair.first(), place.name());
                double[] second = after(pair.second(), place.name());
                if (first.length > 0 && second.length > 0) {
                    found.add(new Comparison(
                            pair.first(),
                            pair.second(),
                            place.name(),
                            BootstrapInterval.of(
                                    ScoreTable.ofRuns(first),
                                    ScoreTable.ofRuns(second),
                                    SEED,
                                    Aggregates::probabilityOfImprovement),
                            MannWhitney.compare(first, second),
                            1));
                }
            }
        }
        double[] p =
                Holm.correct(found.stream().mapToDouble(pair -> pair.test.p()).toArray());
        List<Comparison> corrected = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Comparison pair = found.get(i);
            corrected.add(new Comparison(pair.first, pair.second, pair.environment, pair.improvement, pair.test, p[i]));
        }
        return corrected;
    }

    /** What each ablation costs, as far as there are runs. */
    public List<Removal> removals() {
        List<Removal> found = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        for (Study.Place place : results.study().environments()) {
            for (Arm arm : results.study().arms()) {
                double[] intact =
                        arm.ablates().map(name -> after(name, place.name())).orElse(new double[0]);
                double[] ablated = after(arm.name(), place.name());
                if (intact.length > 0 && ablated.length > 0) {
                    BootstrapInterval cost = BootstrapInterval.of(
                            ScoreTable.ofRuns(intact), ScoreTable.ofRuns(ablated), SEED, Analysis::difference);
                    found.add(new Removal(arm, arm.ablates().orElseThrow(), place.name(), cost, 1));
                    raw.add(MannWhitney.compare(intact, ablated).p());
                }
            }
        }
        double[] p = Holm.correct(raw.stream().mapToDouble(value -> value).toArray());
        List<Removal> corrected = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Removal removal = found.get(i);
            corrected.add(new Removal(removal.arm, removal.intact, removal.environment, removal.cost, p[i]));
        }
        corrected.sort((a, b) -> Double.compare(b.cost.estimate(), a.cost.estimate()));
        return corrected;
    }

    private static double difference(ScoreTable intact, ScoreTable ablated) {
        return Aggregates.interquartileMean(intact) - Aggregates.interquartileMean(ablated);
    }

    private double[] after(String arm, String environment) {
        return results.after(results.cells(Cell.Kind.TRAINED, arm, environment));
    }

    /** When the study's thresholds were reached. */
    public List<Reaching> reachings(List<Score> scores) {
        List<Reaching> reachings = new ArrayList<>();
        for (double threshold : results.study().thresholds()) {
            for (Score score : scores) {
                List<StepsToThreshold> runs = score.cells.stream()
                        .map(cell -> StudyTable.Curve.of(results, cell)
                                .stepsTo(threshold, results.summary(cell).steps()))
                        .toList();
                reachings.add(new Reaching(
                        score.arm.name(),
                        score.environment,
                        threshold,
                        runs.size(),
                        runs.stream().filter(StepsToThreshold::reached).count(),
                        StepsToThreshold.median(runs)));
            }
        }
        return reachings;
    }

    /**
     * The learning curve of an arm: at each of some steps the interquartile mean of its runs, with a band over them.
     * Between two updates a run's curve is taken as straight, and level after the last.
     */
    public List<LineChart.Point> curve(List<Cell> cells) {
        List<StudyTable.Curve> curves = cells.stream()
                .map(cell -> StudyTable.Curve.of(results, cell))
                .filter(curve -> curve.steps().length > 0)
                .toList();
        List<LineChart.Point> points = new ArrayList<>();
        if (curves.isEmpty()) {
            return points;
        }
        double first =
                curves.stream().mapToLong(curve -> curve.steps()[0]).max().orElseThrow();
        double last = curves.stream()
                .mapToLong(curve -> curve.steps()[curve.steps().length - 1])
                .max()
                .orElseThrow();
        for (int i = 0; i < BAND_POINTS; i++) {
            double step = first + (last - first) * i / (BAND_POINTS - 1);
            double[] heights =
                    curves.stream().mapToDouble(curve -> height(curve, step)).toArray();
            BootstrapInterval interval = BootstrapInterval.of(
                    ScoreTable.ofRuns(heights), SEED, BAND_RESAMPLES, Aggregates::interquartileMean);
            points.add(new LineChart.Point(step, interval.estimate(), interval.low(), interval.high()));
            if (first == last) {
                break;
            }
        }
        return points;
    }

    private static double height(StudyTable.Curve curve, double step) {
        long[] steps = curve.steps();
        int after = Arrays.binarySearch(steps, (long) Math.ceil(step));
        int next = after >= 0 ? after : -after - 1;
        if (next >= steps.length) {
            return curve.returns()[steps.length - 1];
        }
        if (next == 0 || steps[next] == steps[next - 1]) {
            return curve.returns()[next];
        }
        double share = (step - steps[next - 1]) / (steps[next] - steps[next - 1]);
        return curve.returns()[next - 1] + share * (curve.returns()[next] - curve.returns()[next - 1]);
    }
}
