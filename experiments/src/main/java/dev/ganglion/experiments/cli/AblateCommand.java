package dev.ganglion.experiments.cli;

import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.file.CircuitFile;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.ablation.AblationTrail;
import dev.ganglion.experiments.ablation.CircuitChange;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.study.Study;
import dev.ganglion.experiments.study.StudyDirectory;
import dev.ganglion.experiments.study.StudyGrid;
import dev.ganglion.experiments.study.StudyReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ganglion ablate}. */
@Command(
        name = "ablate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Cuts pieces out of a trained circuit, or shows what a controller's options take away from one.",
        description = {
            "",
            "With a run: what its circuit earns without neurons, senses, pacemaker, gap junctions or a group of synapses,"
                    + " without learning anew, beside what it earns whole. With --steps: what circuits earn that are"
                    + " trained without the piece from the start, beside whole ones from the same seeds. Without a run: the circuit of --controller"
                    + " before and after what its options take away.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ganglion ablate runs/five --lesion DB,VB",
            "  ganglion ablate runs/five --each class --episodes 30",
            "  ganglion ablate runs/five --without proprioception --steps 100k --seeds 10 --out runs/blind",
            "  ganglion ablate --controller connectome:lesion=DB,VB,signs=free --show",
            "  ganglion ablate --controller ncap:sharing=off --yaml > mine.yaml",
            "  ganglion train --controller circuit:file=mine.yaml"
        })
final class AblateCommand implements Callable<Integer> {
    private static final int DEFAULT_SEEDS = 5;

    private final Terminal terminal;

    @Mixin
    private final AcuteOptions acute = new AcuteOptions();

    @Option(
            names = {"-e", "--env"},
            paramLabel = "DOMAIN/TASK[:key=value,…]",
            description = "Body that the circuit is for (default swimmer/swim).")
    private @Nullable String environment;

    @Option(
            names = {"-c", "--controller"},
            paramLabel = "NAME[:key=value,…]",
            description = "Circuit with its ablations: ncap, connectome or circuit (default ncap).")
    private @Nullable String controller;

    @Option(names = "--show", description = "Print neurons, synapses and parameters before and after (the default).")
    private boolean show;

    @Option(names = "--yaml", description = "Print the resulting circuit as a file for circuit:file=….")
    private boolean yaml;

    @Option(
            names = {"-n", "--steps"},
            paramLabel = "N",
            description = "Train circuits without the pieces for so many environment steps, as a study.")
    private @Nullable String steps;

    @Option(names = "--seeds", paramLabel = "N", description = "Seeds of each, with --steps (default 5).")
    private @Nullable String seeds;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description =
                    "Directory of the study, with --steps (default runs/ablation-TIME); one that was begun is gone"
                            + " on with.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    AblateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (yaml && (show || json)) {
            throw new InvalidInputException("--yaml prints a circuit alone; leave out " + (show ? "--show" : "--json"));
        }
        if (acute.isGiven()) {
            return cut();
        }
        ControllerChoice choice = Controllers.parse(controller == null ? "ncap" : controller);
        EnvironmentChoice body = Environments.parse(environment == null ? "swimmer/swim" : environment);
        AblationTrail trail = AblationTrail.of(choice, body.create().spec());
        if (yaml) {
            terminal.out().print(CircuitFile.format(trail.result()));
        } else {
            terminal.out().print(json ? Json.write(json(choice, body, trail)) + "\n" : text(trail));
        }
        return 0;
    }

    private int cut() {
        if (environment != null || controller != null || yaml || show) {
            throw new InvalidInputException(
                    "A run has an environment and a controller already; leave out --env, --controller, --show and --yaml"
                            + " or the run");
        }
        if (steps != null) {
            return trainWithout(Limits.steps(steps));
        }
        if (seeds != null || out != null) {
            throw new InvalidInputException("--seeds and --out are for training without a piece; give --steps too");
        }
        AcuteReport report = acute.watch(terminal);
        terminal.out().print(json ? Json.write(report.json()) + "\n" : report.text(terminal.width()));
        return 0;
    }

    private int trainWithout(long budget) {
        Path path = out != null ? out : RunNames.free("ablation");
        String name = path.toAbsolutePath().normalize().getFileName().toString();
        String study = TrainedAblation.study(
                acute.task(terminal), name, budget, seeds == null ? DEFAULT_SEEDS : Limits.seedCount(seeds));
        StudyDirectory directory = new StudyDirectory(path);
        Path file = directory.prepare(study);
        Study read = StudyReader.read(file);
        StudyGrid grid = StudyGrid.of(read);
        int jobs = Runtime.getRuntime().availableProcessors();
        return new StudyLauncher(terminal, jobs, 1, json).run(file, read, grid, directory, grid.cells());
    }

    private String text(AblationTrail trail) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "neurons", "synapses", "parameters"));
        for (AblationTrail.Stage stage : trail.stages()) {
            rows.add(List.of(
                    stage.name(),
                    Integer.toString(stage.circuit().neurons().size()),
                    Integer.toString(stage.circuit().synapses().size()),
                    Integer.toString(stage.parameters())));
        }
        StringBuilder text = new StringBuilder(TextTable.of(rows, "", terminal.width()));
        for (int i = 1; i < trail.stages().size(); i++) {
            text.append('\n').append(trail.stages().get(i).name()).append('\n');
            changes(trail, i).forEach(sentence -> text.append(TextTable.wrap(sentence, "  ", terminal.width())));
        }
        return text.toString();
    }

    private static List<String> changes(AblationTrail trail, int stage) {
        List<String> changes = CircuitChange.between(
                trail.stages().get(stage - 1).circuit(),
                trail.stages().get(stage).circuit());
        return changes.isEmpty() ? List.of("nothing") : changes;
    }

    private static Map<String, Object> json(ControllerChoice choice, EnvironmentChoice body, AblationTrail trail) {
        List<Map<String, Object>> stages = new ArrayList<>();
        for (int i = 0; i < trail.stages().size(); i++) {
            AblationTrail.Stage stage = trail.stages().get(i);
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("name", stage.name());
            object.put("neurons", stage.circuit().neurons().size());
            object.put("synapses", stage.circuit().synapses().size());
            object.put("parameters", stage.parameters());
            object.put("changes", i == 0 ? List.of() : changes(trail, i));
            stages.add(object);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("environment", body.name());
        object.put("controller", choice.name());
        object.put("stages", stages);
        return object;
    }
}
