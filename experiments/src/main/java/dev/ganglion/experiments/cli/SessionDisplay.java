package dev.ganglion.experiments.cli;

import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.experiments.SessionListener;
import dev.ganglion.experiments.config.Presets;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.run.Summary;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Shows a training session: what begins, how it gets on, and what came of it. */
final class SessionDisplay implements SessionListener {
    private final Terminal terminal;
    private final boolean json;
    private Optional<ProgressLine> progress = Optional.empty();
    private long total;
    private Path directory = Path.of("");

    /**
     * A display.
     *
     * @param json whether the standard output is for one JSON object alone
     */
    SessionDisplay(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    @Override
    public void begins(RunConfig config, Path path) {
        TrainingPlan plan = config.plan();
        directory = path;
        total = plan.steps();
        say(String.format(
                Locale.ROOT,
                "Training %s on %s with %s for %,d steps, seed %d.",
                plan.controller().name(),
                plan.environment().name(),
                plan.learner().name(),
                plan.steps(),
                plan.seed()));
        say((config.preset().equals(Presets.NONE) ? "No preset" : "Preset " + config.preset()) + ", "
                + count(plan.environments(), "environment") + ", " + count(plan.workers(), "worker")
                + "; run directory "
                + path);
    }

    @Override
    public void evaluates(int episodes) {
        progress.ifPresent(ProgressLine::end);
        say((progress.isEmpty() ? "Before" : "After") + " training: watching " + count(episodes, "episode")
                + " without noise …");
    }

    @Override
    public void trains(TrainingEvent event) {
        if (progress.isEmpty()) {
            progress = Optional.of(new ProgressLine(terminal, total, System::nanoTime));
        }
        progress.get().show(event);
    }

    @Override
    public void draws() {
        say("Drawing …");
    }

    /** Ends what is shown while it goes on. */
    void ends() {
        progress.ifPresent(ProgressLine::end);
    }

    /** Shows what came of it. */
    void concludes(Summary summary, String picture) {
        ends();
        if (json) {
            terminal.out().println(Json.write(object(directory, summary)));
            return;
        }
        if (summary.status() == Summary.Status.INTERRUPTED) {
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "Stopped after %,d of %,d steps.%n  go on   ganglion resume %s%n",
                            summary.steps(),
                            total,
                            directory);
            return;
        }
        terminal.out().print(conclusion(summary, picture));
    }

    private String conclusion(Summary summary, String picture) {
        String before = summary.before().map(SessionDisplay::score).orElse("not watched");
        String after = summary.after().map(SessionDisplay::score).orElse("not watched");
        return String.format(
                Locale.ROOT,
                "%n  return   %s before  →  %s after training%n"
                        + "  trained  %,d steps in %s, %,.0f steps/s, %s%n"
                        + "  run      %s  (%s, learning-curve.svg)%n"
                        + "  next     ganglion evaluate %s --episodes 100%n",
                before,
                after,
                summary.steps(),
                Texts.duration(summary.seconds()),
                summary.stepsPerSecond(),
                count(summary.parameters(), "parameter"),
                directory,
                picture,
                directory);
    }

    /** A run for programs. */
    static Map<String, Object> object(Path directory, Summary summary) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("run", directory.toString());
        object.put("status", summary.status().name().toLowerCase(Locale.ROOT));
        object.put("environment", summary.environment());
        object.put("controller", summary.controller());
        object.put("learner", summary.learner());
        object.put("preset", summary.preset());
        object.put("seed", summary.seed());
        object.put("parameters", summary.parameters());
        object.put("steps", summary.steps());
        object.put("seconds", summary.seconds());
        object.put("steps_per_second", summary.stepsPerSecond());
        summary.before().ifPresent(score -> object.put("return_before", score.returnMean()));
        summary.after().ifPresent(score -> {
            object.put("return_mean", score.returnMean());
            object.put("return_std", score.returnStd());
            object.put("episodes", score.episodes());
        });
        return object;
    }

    private static String score(Summary.Score score) {
        return Texts.number(score.returnMean()) + " ± " + Texts.number(score.returnStd());
    }

    private void say(String line) {
        terminal.err().println(line);
    }

    private static String count(int number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
