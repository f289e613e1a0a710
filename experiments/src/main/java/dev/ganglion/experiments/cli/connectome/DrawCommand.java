package dev.ganglion.experiments.cli.connectome;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.drawing.AdjacencyDrawing;
import dev.ganglion.connectome.drawing.CircuitDrawing;
import dev.ganglion.connectome.drawing.DrawingOptions;
import dev.ganglion.connectome.drawing.Theme;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.run.WholeFile;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ganglion connectome draw}. */
@Command(
        name = "draw",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Draws a connectome along the body, and as a matrix ordered by class: two SVG files.",
        footer = {
            "",
            "Examples:",
            "  ganglion connectome draw --circuit locomotion --out locomotion.svg",
            "  ganglion connectome draw mine --theme light --most 400"
        })
final class DrawCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Mixin
    private final SignOptions signs = new SignOptions();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE.svg",
            description = "Where to put the circuit, beside which a FILE-matrix.svg is put; neither may be there"
                    + " (default: connectome.svg here).")
    private Path file = Path.of("connectome.svg");

    @Option(
            names = "--theme",
            paramLabel = "auto|light|dark",
            description = "The ground; auto is as the viewer's system is (default auto).")
    private String theme = "auto";

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "Draw so many connections of each kind along the body, the strongest (default 150).")
    private @Nullable String most;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    DrawCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Theme ground = Words.one(
                "--theme", theme, List.of(Theme.values()), value -> value.name().toLowerCase(Locale.ROOT));
        int connections = most == null ? DrawingOptions.DEFAULT.mostConnections() : Limits.connections(most);
        DrawingOptions options = new DrawingOptions(ground, signs.reading(), connections);
        String stem = String.valueOf(file.getFileName()).replaceFirst("\\.svg$", "");
        Path circuit = file.resolveSibling(stem + ".svg");
        Path matrix = file.resolveSibling(stem + "-matrix.svg");
        requireFree(circuit);
        requireFree(matrix);
        Connectome connectome = source.connectome();
        if (connectome.neurons().isEmpty()) {
            throw new InvalidInputException(connectome.name() + " has no neurons to draw");
        }
        String alongTheBody = CircuitDrawing.svg(connectome, options);
        String byClass = AdjacencyDrawing.svg(connectome, options);
        WholeFile.write(circuit, alongTheBody);
        WholeFile.write(matrix, byClass);
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("circuit", circuit.toString());
            object.put("matrix", matrix.toString());
            out.println(Json.write(object));
        } else {
            out.println("Drew " + circuit + " and " + matrix);
        }
        return 0;
    }

    private static void requireFree(Path place) {
        if (Files.exists(place)) {
            throw new InvalidInputException(place + " is there already; give another --out");
        }
    }
}
