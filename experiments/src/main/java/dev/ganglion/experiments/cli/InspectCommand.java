package dev.ganglion.experiments.cli;

import dev.ganglion.agents.policy.Policy;
import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.render.Film;
import dev.ganglion.environments.render.Filmstrip;
import dev.ganglion.experiments.Pictures;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.inspection.Inspection;
import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.run.ActivityTable;
import dev.ganglion.experiments.run.WholeFile;
import dev.ganglion.experiments.study.StudyTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion inspect}. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Reads a trained circuit back in the names of its neurons.",
        description = {
            "",
            "Shows its weights before and after training, what moved most first, by pair of classes and by synapse; and"
                    + " leaves all of them as CSV, with what the neurons do in an episode as CSV and as a picture.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ganglion inspect runs/worm",
            "  ganglion inspect runs/worm --rows 40 --out worm-inside"
        })
final class InspectCommand implements Callable<Integer> {
    private static final int ROWS = 12;

    private final Terminal terminal;

    @Parameters(index = "0", arity = "0..1", paramLabel = "RUN", description = "Directory of a run.")
    private @Nullable Path path;

    @Option(
            names = "--checkpoint",
            paramLabel = "latest|best",
            description = "Which of the run's checkpoints (default latest).")
    private String checkpoint = "latest";

    @Option(names = "--rows", paramLabel = "N", description = "How many of each to show (default " + ROWS + ").")
    private String rows = Integer.toString(ROWS);

    @Option(
            names = {"-s", "--seed"},
            paramLabel = "N",
            description = "Decides the episode that is watched (default 1).")
    private String seed = Long.toString(Run.EVALUATION_SEED);

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where to put the files (default RUN/inspection, which they are written over in).")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    InspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        int most = Limits.rows(rows);
        long number = Limits.seed(seed);
        Run run = RunArguments.open(terminal, path, RunArguments.which(checkpoint));
        Inspection inspection = Inspection.of(run);
        Path folder = out != null ? out : run.directory().path().resolve("inspection");
        write(inspection, film(run, number), folder);
        terminal.out()
                .print(json ? Json.write(object(inspection, folder)) + "\n" : text(run, inspection, folder, most));
        return 0;
    }

    private static Film film(Run run, long seed) {
        try (Policy policy = run.policy()) {
            return Pictures.filmWithNeurons(
                    run.environment(),
                    policy,
                    seed,
                    Double.POSITIVE_INFINITY,
                    run.config().plan().controller().name());
        }
    }

    private static void write(Inspection inspection, Film film, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InvalidInputException("Cannot make " + folder + ": " + e.getMessage(), e);
        }
        StringBuilder synapses = new StringBuilder("pre,pre_class,post,post_class,kind,group,before,after,change\n");
        for (Inspection.SynapseWeight synapse : inspection.synapses()) {
            synapses.append(StudyTable.line(List.of(
                    synapse.pre(),
                    synapse.preClass(),
                    synapse.post(),
                    synapse.postClass(),
                    kind(synapse.kind()),
                    synapse.group(),
                    Double.toString(synapse.before()),
                    Double.toString(synapse.after()),
                    Double.toString(synapse.change()))));
        }
        StringBuilder pairs = new StringBuilder("pair,synapses,before,after,change\n");
        for (Inspection.ClassPair pair : inspection.pairs()) {
            pairs.append(StudyTable.line(List.of(
                    pair.name(),
                    Integer.toString(pair.synapses()),
                    Double.toString(pair.before()),
                    Double.toString(pair.after()),
                    Double.toString(pair.change()))));
        }
        WholeFile.write(folder.resolve("synapses.csv"), synapses.toString());
        WholeFile.write(folder.resolve("class-pairs.csv"), pairs.toString());
        WholeFile.write(
                folder.resolve("activity.csv"), ActivityTable.of(film.traces().get(0)));
        WholeFile.write(
                folder.resolve("activity.png"),
                Filmstrip.traces(film.title(), film.traces().get(0)));
    }

    private static String kind(SynapseKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Run run, Inspection inspection, Path folder, int most) {
        List<List<String>> pairs = new ArrayList<>();
        pairs.add(List.of("classes", "synapses", "before", "after", "change"));
        inspection.pairs().stream()
                .limit(most)
                .forEach(pair -> pairs.add(List.of(
                        pair.name(),
                        Integer.toString(pair.synapses()),
                        Texts.number(pair.before()),
                        Texts.number(pair.after()),
                        Texts.number(pair.change()))));
        List<List<String>> synapses = new ArrayList<>();
        synapses.add(List.of("synapse", "weight", "before", "after", "change"));
        inspection.synapses().stream()
                .limit(most)
                .forEach(synapse -> synapses.add(List.of(
                        synapse.pre() + (synapse.kind() == SynapseKind.CHEMICAL ? " > " : " -- ") + synapse.post(),
                        synapse.group(),
                        Texts.number(synapse.before()),
                        Texts.number(synapse.after()),
                        Texts.number(synapse.change()))));
        return String.format(
                Locale.ROOT,
                "%s after %,d steps on %s: %,d synapses of %,d kinds; what moved most first%n%n%s%n%s%n  files   %s"
                        + "  (synapses.csv, class-pairs.csv, activity.csv, activity.png)%n",
                run.config().plan().controller().name(),
                run.checkpoint().steps(),
                run.config().plan().environment().name(),
                inspection.synapses().size(),
                inspection.pairs().size(),
                TextTable.of(pairs, "  ", Integer.MAX_VALUE),
                TextTable.of(synapses, "  ", Integer.MAX_VALUE),
                folder);
    }

    private static Map<String, Object> object(Inspection inspection, Path folder) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("folder", folder.toString());
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (Inspection.ClassPair pair : inspection.pairs()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("pair", pair.name());
            entry.put("synapses", pair.synapses());
            entry.put("before", pair.before());
            entry.put("after", pair.after());
            entry.put("change", pair.change());
            pairs.add(entry);
        }
        object.put("class_pairs", pairs);
        return object;
    }
}
