package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.experiments.study.Studies;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportCommandTest {
    private static final String MATRIX = """
            study: matrix
            question: Does a <worm> & its circuit carry over?
            environments:
              - {name: five, environment: swimmer/swim}
            arms:
              - {name: ncap, controller: ncap}
              - {name: dense, controller: "mlp:hidden=4"}
            seeds: 5
            steps: 1000
            transfer:
              to: [five, {name: seven, environment: "swimmer/swim:joints=7"}]
              steps: 500
            """;

    @TempDir
    private Path folder;

    private String page(String... more) throws IOException {
        Object[] arguments = Stream.concat(Stream.of("report", folder.resolve("out")), Stream.of(more))
                .toArray();
        Captured report = Captured.run(arguments);
        then(report.err()).isEmpty();
        then(report.exitCode()).isZero();
        return Files.readString(folder.resolve("out/report/index.html"));
    }

    @Test
    void report_isOnePageThatAsksForNothingElse() throws IOException {
        Studies.finished(folder, Studies.TINY.replace("seeds: 1", "seeds: 5"), cell -> 100 + cell.seed());
        String page = page();
        then(page)
                .contains(
                        "Which of two networks finds more food?",
                        "mlp:hidden=4",
                        "<polyline",
                        "What each piece is worth")
                .contains("prefers-color-scheme: dark", "@media print", "width=device-width")
                .doesNotContain("<script", "<link rel=\"stylesheet\"", "@import", "{{", "src=\"http", "Warning:");
    }

    @Test
    void report_figuresAreFilesToo_andTablesCsvAndMarkdown() throws Exception {
        Studies.finished(folder, Studies.TINY.replace("seeds: 1", "seeds: 5"), cell -> 100 + cell.seed());
        page();
        Path report = folder.resolve("out/report");
        for (String name :
                new String[] {"final-scores", "profiles", "ablations", "learning-forage-size=5-time-limit=20"}) {
            String svg = Files.readString(report.resolve(name + ".svg"));
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
            then(svg).contains("<style>", "prefers-color-scheme");
        }
        then(report.resolve("final-scores.csv"))
                .content()
                .startsWith("arm,environment,runs,before,after,95 % interval,optimality gap\nsmall,")
                .contains(",5,25.75,103.0,");
        then(report.resolve("report.md"))
                .content()
                .startsWith("# tiny\n\nWhich of two networks")
                .contains(
                        "| small | forage-size=5-time-limit=20 | 5 | 25.75 | 103.0 |",
                        "![Cost of removal](ablations.svg)");
        then(report.resolve("cells.csv")).content().hasLineCount(11);
    }

    @Test
    void report_optimalityGap_isWhatRunsLackOfTheGoalOnAverage() throws IOException {
        String study = Studies.TINY
                .replace("seeds: 1", "seeds: 5")
                .replace(
                        "- maze/forage:size=5,time-limit=20",
                        "- {environment: \"maze/forage:size=5,time-limit=20\", goal: 103}");
        Studies.finished(folder, study, cell -> 100 + cell.seed());
        then(page()).contains("fall short of 103.0 on average");
        // Returns of 101 to 105 lack 2, 1, 0, 0 and 0.
        then(folder.resolve("out/report/final-scores.csv")).content().contains(",0.600\n");
    }

    @Test
    void report_ofFewSeeds_warnsBesideTheInterval() throws IOException {
        Studies.finished(folder, Studies.TINY, cell -> 1);
        then(page()).contains("(only 1 run)", "Warning: With fewer than 5 runs");
    }

    @Test
    void report_ofAStudyThatGoesOn_saysWhatIsMissing() throws IOException {
        Studies.finished(folder, Studies.TINY, cell -> 1);
        Path more = Studies.file(folder, Studies.TINY.replace("seeds: 1", "seeds: 3"));
        Files.copy(more, folder.resolve("out/study.yaml"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        then(page()).contains("4 runs of the study have not finished");
    }

    @Test
    void report_transfers_areAHeatMap_andWhatDoesNotFitIsSaid() throws IOException {
        Studies.finished(folder, MATRIX, cell -> 100 * cell.seed());
        then(page())
                .contains("Does a &lt;worm&gt; &amp; its circuit carry over?")
                .contains("Returns of ncap on bodies it was not trained on", "class=\"heat\"")
                .contains("layer-0/weights was 23×4 and would be 31×4");
        then(folder.resolve("out/report/transfer.csv"))
                .content()
                .contains("ncap,five,seven,5,75.00,0.250,0.000,300.0,300.0");
    }

    @Test
    void report_wrongPlacementOfFilms_namesTheNearest() {
        Captured report = Captured.run("report", folder, "--films", "besides");
        then(report.exitCode()).isEqualTo(2);
        then(report.err()).contains("did you mean 'beside'?");
    }
}
