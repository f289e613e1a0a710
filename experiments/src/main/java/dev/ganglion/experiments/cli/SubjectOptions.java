package dev.ganglion.experiments.cli;

import dev.ganglion.agents.policy.Behaviour;
import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.config.RunConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that say what to watch: a run, or an environment and a controller. */
final class SubjectOptions {
    /** The controller that is none. */
    private static final String RANDOM = "random";

    @Parameters(index = "0", arity = "0..1", paramLabel = "RUN", description = "Directory of a run.")
    private @Nullable Path run;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "DOMAIN/TASK[:key=value,…]",
            description = "Body and task (default swimmer/swim).")
    private @Nullable String environment;

    @Option(
            names = {"-c", "--controller"},
            paramLabel = "NAME[:key=value,…]",
            description = "Untrained circuit or network, or 'random' (default ncap).")
    private @Nullable String controller;

    @Option(
            names = "--checkpoint",
            paramLabel = "latest|best",
            description = "Which of the run's checkpoints (default latest).")
    private @Nullable String checkpoint;

    /** The directory that is named, if one is. */
    Optional<Path> run() {
        return Optional.ofNullable(run);
    }

    /**
     * Everything that is named: the runs of several seeds if a directory holds such, else one.
     *
     * @param seed decides an untrained controller's parameters
     */
    List<Subject> resolveAll(Terminal terminal, long seed) {
        return run == null
                ? List.of(resolve(terminal, seed))
                : RunArguments.runs(run).stream()
                        .map(path -> trained(terminal, path))
                        .toList();
    }

    /**
     * What is named.
     *
     * @param seed decides an untrained controller's parameters
     */
    Subject resolve(Terminal terminal, long seed) {
        if (run != null) {
            return trained(terminal, run);
        }
        if (checkpoint != null) {
            throw new InvalidInputException("--checkpoint needs a run; without one the controller is untrained");
        }
        EnvironmentChoice body = Environments.parse(
                environment == null
                        ? RunConfig.defaults().environment().orElseThrow().toString()
                        : environment);
        if (RANDOM.equals(controller)) {
            return new Subject(body, new Behaviour.UniformRandom(), "random actions", Optional.empty());
        }
        ControllerChoice choice = Controllers.parse(
                controller == null
                        ? RunConfig.defaults().controller().orElseThrow().toString()
                        : controller);
        return new Subject(body, new Behaviour.Untrained(choice, seed), "untrained " + choice.name(), Optional.empty());
    }

    private Subject trained(Terminal terminal, Path path) {
        if (environment != null || controller != null) {
            throw new InvalidInputException("A run has an environment and a controller already; leave out "
                    + (environment != null ? "--env" : "--controller") + " or the run");
        }
        Run opened = RunArguments.open(
                terminal, path, checkpoint == null ? RunArguments.Which.LATEST : RunArguments.which(checkpoint));
        return new Subject(
                opened.config().plan().environment(),
                opened.behaviour(),
                opened.config().plan().controller().name() + " after "
                        + opened.checkpoint().steps() + " steps",
                Optional.of(opened));
    }
}
