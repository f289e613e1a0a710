package dev.ganglion.agents.ppo;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.LearnerChoice;
import dev.ganglion.agents.Learners;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.checkpoint.CheckpointFile;
import dev.ganglion.agents.toy.LeakyProvider;
import dev.ganglion.agents.toy.PointProvider;
import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.Controllers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Small runs of PPO, and what they gave. */
final class PpoRuns {
    /** 64 steps of 8 environments an update, and every option that keeps state of its own. */
    static final String SMALL =
            "ppo:rollout=512,minibatch=128,epochs=2,group=2,chunk=6,critic-hidden=8,normalise-observations=on,"
                    + "scale-rewards=on,schedule=adaptive";

    private PpoRuns() {}

    static TrainingPlan plan(String controller, String learner, long steps, int workers) {
        ControllerChoice choice = controller.equals("leaky") ? LeakyProvider.choice("") : Controllers.parse(controller);
        return new TrainingPlan(PointProvider.choice(""), choice, learner(learner), steps, 1, 8, workers);
    }

    static LearnerChoice learner(String text) {
        return Learners.parse(text);
    }

    static List<TrainingEvent> run(TrainingPlan plan, @Nullable Checkpoint from) {
        return plan.learner().provider().train(plan, from).toList().blockingGet();
    }

    static Checkpoint last(List<TrainingEvent> events) {
        return ((TrainingEvent.Finished) events.get(events.size() - 1)).checkpoint();
    }

    static double metric(TrainingEvent event, String name) {
        return Objects.requireNonNull(((TrainingEvent.Updated) event).metrics().get(name));
    }

    /** What an update reports, but for what depends on the clock. */
    static Map<String, Double> numbers(TrainingEvent event) {
        Map<String, Double> numbers = new TreeMap<>(((TrainingEvent.Updated) event).metrics());
        numbers.keySet().removeIf(name -> name.startsWith("time/") || name.equals("charts/steps_per_second"));
        return numbers;
    }

    /** All of a checkpoint, in a form that compares by bits. */
    static byte[] bytes(Checkpoint checkpoint) throws IOException {
        Path directory = Files.createTempDirectory("compared");
        Path file = directory.resolve("compared.checkpoint");
        CheckpointFile.write(file, checkpoint);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        Files.delete(directory);
        return bytes;
    }
}
