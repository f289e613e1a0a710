package dev.ganglion.experiments.cli.connectome;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.motif.MotifStudy;
import dev.ganglion.connectome.nullmodel.NullModel;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.json.Json;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ganglion connectome motifs}. */
@Command(
        name = "motifs",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Counts circuit motifs and compares them with draws from a null model.",
        footer = {
            "",
            "Examples:",
            "  ganglion connectome motifs --circuit locomotion",
            "  ganglion connectome motifs mine --null-model density-random --draws 1000 --seed 2"
        })
final class MotifsCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Mixin
    private final SignOptions signs = new SignOptions();

    @Option(
            names = {"-m", "--null-model"},
            paramLabel = "MODEL",
            description =
                    "What it is compared with; see 'ganglion connectome null-model' (default" + " degree-preserving).")
    private String nullModel = NullModel.DEGREE_PRESERVING.id();

    @Option(names = "--draws", paramLabel = "N", description = "Connectomes drawn from it (default 100).")
    private String draws = "100";

    @Option(
            names = {"-s", "--seed"},
            paramLabel = "N",
            description = "Decides the draws (default 1).")
    private String seed = "1";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    MotifsCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        NullModel model = Words.one("--null-model", nullModel, List.of(NullModel.values()), NullModel::id);
        int number = Limits.draws(draws);
        long chance = Limits.seed(seed);
        Connectome connectome = source.connectome();
        if (connectome.neurons().size() < 3) {
            throw new InvalidInputException(connectome.name() + " has "
                    + connectome.neurons().size() + " neurons; motifs are patterns of three");
        }
        MotifStudy study = MotifStudy.of(
                connectome, signs.reading(), model, number, RandomStreams.named(chance, "connectome/motifs"));
        out.print(json ? Json.write(json(connectome, study, chance)) + "\n" : study.asText());
        return 0;
    }

    private static Map<String, Object> json(Connectome connectome, MotifStudy study, long seed) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", connectome.name());
        object.put("null_model", study.nullModel().id());
        object.put("draws", study.draws());
        object.put("seed", seed);
        object.put(
                "motifs",
                study.findings().stream()
                        .map(finding -> json(finding, study.draws()))
                        .toList());
        return object;
    }

    private static Map<String, Object> json(MotifStudy.Finding finding, int draws) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("motif", finding.motif().id());
        object.put("inhibitory", finding.inhibitoryForm());
        object.put("observed", finding.observed());
        object.put("mean", finding.mean());
        object.put("standard_deviation", finding.standardDeviation());
        if (!Double.isNaN(finding.zScore())) {
            object.put("z", finding.zScore());
        }
        object.put("p", finding.pValue(draws));
        return object;
    }
}
