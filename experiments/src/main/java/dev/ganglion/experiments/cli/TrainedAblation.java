package dev.ganglion.experiments.cli;

import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.controllers.yaml.StrictYaml;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.ablation.CircuitPiece;
import dev.ganglion.experiments.config.Presets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays out a study of what pieces of a circuit are worth when it is trained without them from the start. */
final class TrainedAblation {
    private static final String INTACT = "intact";

    private TrainedAblation() {}

    /**
     * What to cut out of which run's circuit.
     *
     * @param run a run, whose environment, learner and controller are taken
     * @param pieces the pieces, one after another
     */
    record Task(Run run, List<CircuitPiece> pieces) {
        /** Copies the list. */
        Task {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * The study file: the intact circuit, and one arm without each piece, from the same seeds.
     *
     * @param name name of the study
     */
    static String study(Task task, String name, long steps, int seeds) {
        TrainingPlan plan = task.run().config().plan();
        List<Map<String, Object>> arms = new ArrayList<>();
        arms.add(Map.of("name", INTACT, "controller", plan.controller().name()));
        for (CircuitPiece piece : task.pieces()) {
            Map<String, Object> arm = new LinkedHashMap<>();
            arm.put("name", "without-" + piece.name().replaceAll("[^A-Za-z0-9._+=-]+", "-"));
            arm.put("controller", piece.leftOutOf(plan.controller()).name());
            arm.put("ablates", INTACT);
            arms.add(arm);
        }
        Map<String, Object> study = new LinkedHashMap<>();
        study.put("study", name);
        study.put(
                "question",
                "What is each piece of " + plan.controller().name()
                        + " worth when it is trained without it from the start?");
        study.put(
                "environments",
                List.of(Map.of("name", "body", "environment", plan.environment().name())));
        study.put("arms", arms);
        study.put("learner", plan.learner().name());
        study.put("preset", Presets.NONE);
        study.put("side-by-side", plan.environments());
        study.put("seeds", seeds);
        study.put("steps", steps);
        return StrictYaml.write(study);
    }
}
