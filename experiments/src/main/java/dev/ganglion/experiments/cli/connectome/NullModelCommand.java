package dev.ganglion.experiments.cli.connectome;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.format.ConnectomeFolder;
import dev.ganglion.connectome.graph.SpectralRadius;
import dev.ganglion.connectome.graph.WeightMatrix;
import dev.ganglion.connectome.nullmodel.Block;
import dev.ganglion.connectome.nullmodel.NullModel;
import dev.ganglion.connectome.nullmodel.RadiusMatch;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.run.WholeFolder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ganglion connectome null-model}. */
@Command(
        name = "null-model",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Draws a random connectome that shares some properties with the real one and has lost the others.",
        footer = {
            "",
            "Models: weight-shuffle, sign-shuffle, degree-preserving, density-random, statistics-matched, dense.",
            "",
            "Examples:",
            "  ganglion connectome null-model --circuit locomotion --seed 3",
            "  ganglion connectome null-model mine --model sign-shuffle --radius free --out shuffled"
        })
final class NullModelCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Mixin
    private final SignOptions signs = new SignOptions();

    @Option(
            names = {"-m", "--model"},
            paramLabel = "MODEL",
            description = "What is kept and what is lost (default degree-preserving).")
    private String model = NullModel.DEGREE_PRESERVING.id();

    @Option(
            names = {"-s", "--seed"},
            paramLabel = "N",
            description = "Decides the draw; the same seed gives the same bytes (default 1).")
    private String seed = "1";

    @Option(
            names = "--blocks",
            paramLabel = "BLOCKS",
            description = "What is randomised, joined by +: chemical and electrical connections among neurons,"
                    + " neuromuscular ones (default chemical+electrical).")
    private String blocks = "chemical+electrical";

    @Option(
            names = "--radius",
            paramLabel = "matched|free",
            description = "Whether chemical weights among neurons are scaled to the real connectome's spectral radius,"
                    + " so that topology alone differs (default matched).")
    private String radius = "matched";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FOLDER",
            description = "A folder that is new or empty (default: MODEL-SEED here).")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    NullModelCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        NullModel chosen = Words.one("--model", model, List.of(NullModel.values()), NullModel::id);
        boolean matched = Words.one("--radius", radius, List.of("matched", "free"), word -> word)
                .equals("matched");
        Set<Block> randomised = EnumSet.noneOf(Block.class);
        Arrays.stream(blocks.split("\\+", -1))
                .map(word -> Words.one("--blocks", word, List.of(Block.values()), Block::id))
                .forEach(randomised::add);
        long number = Limits.seed(seed);
        SignReading reading = signs.reading();
        Connectome real = source.connectome();
        Connectome drawn =
                chosen.apply(real, randomised, reading, RandomStreams.named(number, "connectome/null-model"));
        Connectome result = matched ? rescaled(drawn, real, reading) : drawn;
        Path place = folder == null ? Path.of(chosen.id() + "-" + number) : folder;
        WholeFolder.write(place, ConnectomeFolder.format(result));
        report(
                chosen,
                number,
                place,
                new Radii(radius(real, reading), radius(drawn, reading), radius(result, reading)));
        return 0;
    }

    private static Connectome rescaled(Connectome drawn, Connectome real, SignReading reading) {
        try {
            return RadiusMatch.rescaled(drawn, real, reading);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(e.getMessage() + "; leave it as drawn with --radius free", e);
        }
    }

    private static double radius(Connectome connectome, SignReading reading) {
        return SpectralRadius.of(WeightMatrix.of(connectome, reading));
    }

    /** Spectral radii of the signed chemical weights among neurons. */
    private record Radii(double real, double drawn, double written) {
        String text() {
            return String.format(Locale.ROOT, "%.4g real, %.4g drawn, %.4g written", real, drawn, written);
        }

        Map<String, Object> json() {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("real", real);
            object.put("drawn", drawn);
            object.put("written", written);
            return object;
        }
    }

    private void report(NullModel chosen, long number, Path place, Radii radii) {
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("folder", place.toString());
            object.put("model", chosen.id());
            object.put("seed", number);
            object.put("spectral_radius", radii.json());
            out.println(Json.write(object));
            return;
        }
        out.println("Wrote a draw of " + chosen.id() + ", seed " + number + ", to " + place);
        out.println("kept             " + chosen.preserves());
        out.println("lost             " + chosen.destroys());
        out.println("spectral radius  " + radii.text());
    }
}
