package dev.ganglion.experiments.run;

import dev.ganglion.experiments.config.Version;
import dev.ganglion.experiments.supervised.SupervisedEvent;
import dev.ganglion.experiments.supervised.SupervisedPlan;
import dev.ganglion.experiments.supervised.SupervisedResult;
import dev.ganglion.experiments.supervised.SupervisedStudy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where learning from examples keeps what came of it: {@code results.json}, a result for each task and controller, and
 * {@code epochs.csv}, a row for each epoch.
 *
 * @param path the directory
 */
public record SupervisedDirectory(Path path) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Makes a directory for new results.
     *
     * @throws dev.ganglion.environments.options.InvalidInputException if there is something already, or nothing can be
     *     written there
     */
    public static SupervisedDirectory create(Path path) {
        new RunDirectory(path).claim();
        return new SupervisedDirectory(path);
    }

    /** Writes everything that has happened so far in place of what was written before. */
    public void write(List<SupervisedStudy.Happening> happenings) {
        StringBuilder rows = new StringBuilder("task,controller,seed,epoch,loss,score\n");
        for (SupervisedStudy.Happening happening : happenings) {
            if (happening.event() instanceof SupervisedEvent.Epoch epoch) {
                rows.append(row(happening.plan(), epoch));
            }
        }
        WholeFile.write(path.resolve("epochs.csv"), rows.toString());
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("ganglion", Version.current());
        results.put(
                "results",
                SupervisedResult.of(happenings).stream()
                        .map(SupervisedResult::toMap)
                        .toList());
        WholeFile.write(path.resolve("results.json"), MAPPER.writeValueAsString(results) + "\n");
    }

    /** Names are quoted, since options have commas between them. */
    private static String row(SupervisedPlan plan, SupervisedEvent.Epoch epoch) {
        return "\"" + plan.task().name() + "\",\"" + plan.controller().name() + "\"," + plan.seed() + ","
                + epoch.epoch() + "," + epoch.loss() + "," + epoch.score() + "\n";
    }
}
