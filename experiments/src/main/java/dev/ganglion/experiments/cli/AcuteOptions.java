package dev.ganglion.experiments.cli;

import dev.ganglion.agents.evaluation.EvaluationPlan;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.ablation.AblationTrail;
import dev.ganglion.experiments.ablation.AcuteAblation;
import dev.ganglion.experiments.ablation.CircuitPiece;
import dev.ganglion.experiments.config.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code ganglion ablate} that say what to cut out of a trained circuit. */
final class AcuteOptions {
    /** As many as the exact test of two samples takes. */
    private static final int MOST_EPISODES = 100;

    private static final List<String> SWITCHES = List.of("proprioception", "oscillator", "gap-junctions");

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RUN",
            description = "Directory of a run: watch its circuit without the pieces below, as it is trained.")
    private @Nullable Path run;

    @Option(
            names = "--lesion",
            paramLabel = "NAME[,NAME…]",
            description = "Neurons to cut out of the run's circuit together, by name or class.")
    private @Nullable String lesion;

    @Option(
            names = "--without",
            paramLabel = "NAME[,NAME…]",
            description = "What else to take from it: proprioception, oscillator, gap-junctions.")
    private @Nullable String without;

    @Option(
            names = "--each",
            paramLabel = "class|neuron|synapse-group",
            description = "Cut out each class, neuron or group of synapses with one weight, one after another, and"
                    + " rank them.")
    private @Nullable String each;

    @Option(names = "--episodes", paramLabel = "N", description = "Episodes to watch, at most 100 (default 10).")
    private @Nullable String episodes;

    @Option(
            names = {"-s", "--seed"},
            paramLabel = "N",
            description = "Decides the episodes (default 1).")
    private @Nullable String seed;

    @Option(
            names = "--checkpoint",
            paramLabel = "latest|best",
            description = "Which of the run's checkpoints (default latest).")
    private @Nullable String checkpoint;

    /** Whether a run was named; without one the other options are refused. */
    boolean isGiven() {
        boolean alone = lesion != null
                || without != null
                || each != null
                || episodes != null
                || seed != null
                || checkpoint != null;
        if (run == null && alone) {
            throw new InvalidInputException(
                    "--lesion, --without, --each, --episodes, --seed and --checkpoint need a run;"
                            + " without one, cut by the controller's options, such as --controller ncap:lesion=DB");
        }
        return run != null;
    }

    /** The run and the pieces to cut out of it, for training without them. */
    TrainedAblation.Task task(Terminal terminal) {
        if (episodes != null || seed != null) {
            throw new InvalidInputException("With --steps, circuits are watched as studies are; leave out "
                    + (seed != null ? "--seed" : "--episodes"));
        }
        Run opened = RunArguments.open(terminal, run, RunArguments.Which.LATEST);
        return new TrainedAblation.Task(opened, pieces(opened));
    }

    /** Watches the run's circuit with and without the pieces. */
    AcuteReport watch(Terminal terminal) {
        EvaluationPlan plan = plan();
        Run opened = RunArguments.open(
                terminal, run, checkpoint == null ? RunArguments.Which.LATEST : RunArguments.which(checkpoint));
        return new AcuteReport(opened, plan, AcuteAblation.of(opened, pieces(opened), plan));
    }

    private EvaluationPlan plan() {
        int asked = episodes == null ? 10 : Limits.episodes(episodes);
        if (asked > MOST_EPISODES) {
            throw new InvalidInputException("--episodes takes at most " + MOST_EPISODES + " here, not " + asked);
        }
        return new EvaluationPlan(
                asked,
                seed == null ? Run.EVALUATION_SEED : Limits.seed(seed),
                0,
                Map.of(),
                Runtime.getRuntime().availableProcessors());
    }

    private List<CircuitPiece> pieces(Run opened) {
        if (each != null && (lesion != null || without != null)) {
            throw new InvalidInputException("--each cuts out one piece after another; leave out "
                    + (lesion != null ? "--lesion" : "--without"));
        }
        if (each != null) {
            AblationTrail trail = AblationTrail.of(
                    opened.config().plan().controller(), opened.environment().spec());
            return CircuitPiece.each(kind(each), trail.result());
        }
        List<String> names = new ArrayList<>();
        List<String> cells = lesion == null ? List.of() : List.of(lesion.split(",", -1));
        Map<String, String> options = new LinkedHashMap<>();
        for (String name : without == null ? List.<String>of() : List.of(without.split(",", -1))) {
            if (!SWITCHES.contains(name)) {
                throw new InvalidInputException(
                        "--without takes " + String.join(", ", SWITCHES) + ", not '" + name + "'");
            }
            options.put(name, "off");
        }
        names.addAll(cells);
        names.addAll(options.keySet());
        if (names.isEmpty()) {
            throw new InvalidInputException(
                    "Say what to cut out of the run's circuit: --lesion DB,VB, --without oscillator or --each class");
        }
        return List.of(new CircuitPiece(String.join(",", names), cells, options, Map.of()));
    }

    private static CircuitPiece.Kind kind(String text) {
        return switch (text) {
            case "class" -> CircuitPiece.Kind.CLASS;
            case "neuron" -> CircuitPiece.Kind.NEURON;
            case "synapse-group" -> CircuitPiece.Kind.SYNAPSE_GROUP;
            default ->
                throw new InvalidInputException("--each takes class, neuron or synapse-group, not '" + text + "'");
        };
    }
}
