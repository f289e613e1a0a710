package dev.ganglion.experiments.cli;

import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.run.SupervisedDirectory;
import dev.ganglion.experiments.supervised.SupervisedEvent;
import dev.ganglion.experiments.supervised.SupervisedResult;
import dev.ganglion.experiments.supervised.SupervisedStudy;
import dev.ganglion.experiments.supervised.SupervisedTasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion supervise}. */
@Command(
        name = "supervise",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Lets controllers learn a task from examples, and scores them on examples held out.",
        description = {
            "",
            "Tasks: associative-retrieval (score: accuracy), function-approximation[:function=…] (score: root relative"
                    + " squared error, 0 at best). With several seeds, the interval of the mean by Student's t.",
            "Ctrl-C stops after the epoch under way; what came to its end is kept.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ganglion supervise associative-retrieval --controller stpn:hidden=11",
            "  ganglion supervise associative-retrieval -c stpn:match=2000 -c lstm:match=2000 --seed 1,2,3",
            "  ganglion supervise function-approximation:function=ripples -c circuitnet:match=1k -c mlp:match=1k --json"
        })
final class SuperviseCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "TASK", description = "What is learned.")
    private String task = "";

    @Option(
            names = {"-c", "--controller"},
            paramLabel = "NAME[:key=value,…]",
            description = "What learns it; repeatable (default stpn:hidden=11).")
    private List<String> controllers = new ArrayList<>();

    @Option(
            names = {"-s", "--seed"},
            paramLabel = "N[,N…]",
            description = "Decides examples, initial parameters and order (default 1).")
    private String seeds = "1";

    @Option(
            names = {"-n", "--epochs"},
            paramLabel = "N",
            description = "Passes through the examples (default: the task's).")
    private @Nullable String epochs;

    @Option(names = "--examples", paramLabel = "N", description = "Examples to learn from (default: the task's).")
    private @Nullable String examples;

    @Option(names = "--learning-rate", paramLabel = "X", description = "Adam's step size (default 0.001).")
    private @Nullable String stepSize;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "New directory for results.json and epochs.csv (default runs/TASK-TIME).")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON object at the end, and nothing else, on standard output.")
    private boolean json;

    SuperviseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SupervisedStudy study = study();
        SupervisedDirectory directory =
                SupervisedDirectory.create(out == null ? RunNames.free(task.replaceAll(":.*", "")) : out);
        SupervisedDisplay display =
                new SupervisedDisplay(terminal, study.plans().size());
        List<SupervisedStudy.Happening> happenings = new ArrayList<>();
        try (Interruption interruption = new Interruption(terminal)) {
            study.run()
                    .doOnNext(happening -> {
                        happenings.add(happening);
                        display.show(happening);
                        if (happening.event() instanceof SupervisedEvent.Finished) {
                            directory.write(happenings);
                        }
                    })
                    .takeUntil((SupervisedStudy.Happening happening) -> interruption.getAsBoolean())
                    .blockingSubscribe();
            directory.write(happenings);
            SupervisedReport report = new SupervisedReport(directory.path(), SupervisedResult.of(happenings));
            terminal.out().print(json ? Json.write(report.json()) + "\n" : report.text());
            return interruption.getAsBoolean() ? Interruption.EXIT_CODE : 0;
        }
    }

    private SupervisedStudy study() {
        List<String> chosen = controllers.isEmpty() ? List.of("stpn:hidden=11") : controllers;
        List<ControllerChoice> choices = chosen.stream().map(Controllers::parse).toList();
        return new SupervisedStudy(
                SupervisedTasks.parse(task),
                choices,
                Limits.seeds(seeds),
                new SupervisedStudy.Setting(
                        read(epochs, Limits::epochs),
                        read(examples, Limits::examples),
                        read(stepSize, Limits::stepSize)));
    }

    private static <T> Optional<T> read(@Nullable String text, Function<String, T> reader) {
        return Optional.ofNullable(text).map(reader);
    }
}
