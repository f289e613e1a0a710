package dev.ganglion.experiments.report;

import dev.ganglion.experiments.figure.HeatMap;
import dev.ganglion.experiments.statistics.Aggregates;
import dev.ganglion.experiments.statistics.ScoreTable;
import dev.ganglion.experiments.study.Arm;
import dev.ganglion.experiments.study.Cell;
import dev.ganglion.experiments.study.Study;
import dev.ganglion.experiments.study.StudyResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The section of a study's report that is about moving policies from body to body. */
final class TransferSections {
    private final StudyResults results;

    TransferSections(StudyResults results) {
        this.results = results;
    }

    /** The section, if the study moves anything. */
    Optional<Block.Section> section() {
        return results.study()
                .transfer()
                .map(transfer -> new Block.Section("transfer", "Moved to other bodies", blocks(transfer)));
    }

    private List<Block> blocks(Study.Transfer transfer) {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Arm arm : results.study().arms()) {
            blocks.add(matrix(arm, transfer));
            rows.addAll(rows(arm, transfer));
        }
        blocks.add(new Block.Table(
                "transfer",
                List.of(
                        "arm",
                        "trained on",
                        "moved to",
                        "runs",
                        "zero-shot",
                        "ratio",
                        "jump-start",
                        "fine-tuned",
                        "from scratch"),
                rows,
                Set.of(3, 4, 5, 6, 7, 8)));
        blocks.add(
                new Block.Paragraph("Interquartile means over runs, without exploration noise. Ratio: zero-shot return"
                        + " over that at the source. Jump-start: zero-shot less untrained. Fine-tuned and from scratch: after"
                        + " the same number of steps on the new body" + steps(transfer) + "."));
        if (!results.grid().misfits().isEmpty()) {
            blocks.add(new Block.Table(
                    "transfer-misfits",
                    List.of("arm", "trained on", "does not fit", "since"),
                    results.grid().misfits().stream()
                            .map(misfit -> List.of(misfit.arm(), misfit.source(), misfit.target(), misfit.reason()))
                            .toList(),
                    Set.of()));
        }
        return blocks;
    }

    private static String steps(Study.Transfer transfer) {
        return transfer.steps() == 0 ? ", which this study does not do" : ", " + transfer.steps();
    }

    private Block matrix(Arm arm, Study.Transfer transfer) {
        List<String> sources = arm.environments();
        List<String> targets = transfer.places().stream().map(Study.Place::name).toList();
        List<List<Double>> values = sources.stream()
                .map(source -> targets.stream()
                        .map(target -> zeroShot(arm.name(), source, target))
                        .toList())
                .toList();
        return new Block.Picture(
                new HeatMap(
                                "transfer-" + arm.name(),
                                "Returns of " + arm.name() + " on bodies it was not trained on",
                                "trained on",
                                "watched on",
                                sources,
                                targets,
                                values)
                        .figure(),
                arm.name() + ": return on each body, without further training; a dash where it does not fit.");
    }

    private double zeroShot(String arm, String source, String target) {
        return source.equals(target)
                ? mean(results.after(results.cells(Cell.Kind.TRAINED, arm, source)))
                : mean(results.before(moved(arm, source, target)));
    }

    private List<Cell> moved(String arm, String source, String target) {
        return results.cells(Cell.Kind.TRANSFERRED, arm, target).stream()
                .filter(cell -> cell.source().equals(source))
                .toList();
    }

    private List<List<String>> rows(Arm arm, Study.Transfer transfer) {
        List<List<String>> rows = new ArrayList<>();
        for (String source : arm.environments()) {
            double atSource = mean(results.after(results.cells(Cell.Kind.TRAINED, arm.name(), source)));
            for (Study.Place target : transfer.places()) {
                List<Cell> cells = moved(arm.name(), source, target.name());
                if (!cells.isEmpty()) {
                    List<Cell> scratch = results.cells(Cell.Kind.SCRATCH, arm.name(), target.name());
                    double zeroShot = mean(results.before(cells));
                    double untrained = mean(results.before(scratch));
                    rows.add(List.of(
                            arm.name(),
                            source,
                            target.name(),
                            Integer.toString(cells.size()),
                            Numbers.number(zeroShot),
                            atSource > 0 ? Numbers.number(zeroShot / atSource) : "–",
                            Numbers.number(zeroShot - untrained),
                            transfer.steps() == 0 ? "–" : Numbers.number(mean(results.after(cells))),
                            Numbers.number(mean(results.after(scratch)))));
                }
            }
        }
        return rows;
    }

    /** The interquartile mean, NaN of no runs. */
    private static double mean(double... runs) {
        return runs.length == 0 ? Double.NaN : Aggregates.interquartileMean(ScoreTable.ofRuns(runs));
    }
}
