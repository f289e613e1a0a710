package dev.ganglion.experiments.cli.connectome;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.format.ConnectomeFolder;
import dev.ganglion.connectome.format.Import;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.run.WholeFolder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ganglion connectome import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Reads a connectome from published tables or files of your own into a folder of CSV tables.",
        description = {"", "Every mistake in the files is reported with its line; then nothing is written.", ""},
        footer = {
            "",
            "Examples:",
            "  ganglion connectome import mine.csv",
            "  ganglion connectome import white1986_whole.csv --out white",
            "  ganglion connectome import connectome.csv muscles.csv --layout openworm --out openworm"
        })
final class ImportCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FOLDER",
            description = "A folder that is new or empty (default: the connectome's name here).")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ImportCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        if (!source.isGiven()) {
            throw new InvalidInputException("import needs the file or folder to read, such as mine.csv");
        }
        Import read = source.read();
        Connectome connectome = read.connectome();
        Path place = folder == null ? Path.of(stem(connectome)) : folder;
        WholeFolder.write(place, ConnectomeFolder.format(connectome));
        if (json) {
            out.println(Json.write(json(place, read)));
        } else {
            read.remarks().forEach(err::println);
            out.println("Wrote " + counts(connectome) + " to " + place);
        }
        return 0;
    }

    private static String stem(Connectome connectome) {
        return connectome.name().replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    private static String counts(Connectome connectome) {
        return connectome.neurons().size() + " neurons, "
                + connectome.muscles().size() + " muscles, "
                + connectome.chemical().size() + " chemical connections and "
                + connectome.gapJunctions().size() + " gap junctions";
    }

    private static Map<String, Object> json(Path place, Import read) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("folder", place.toString());
        object.put("name", read.connectome().name());
        object.put("neurons", read.connectome().neurons().size());
        object.put("muscles", read.connectome().muscles().size());
        object.put("chemical_connections", read.connectome().chemical().size());
        object.put("gap_junctions", read.connectome().gapJunctions().size());
        object.put("remarks", read.remarks());
        return object;
    }
}
