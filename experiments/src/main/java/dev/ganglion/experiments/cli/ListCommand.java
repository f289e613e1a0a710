package dev.ganglion.experiments.cli;

import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Selector;
import dev.ganglion.experiments.Catalogue;
import dev.ganglion.experiments.ControllerSize;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.json.Json;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "Shows environments, controllers, learners, tasks and presets with their options.",
        footer = {
            "",
            "Examples:",
            "  ganglion list",
            "  ganglion list swimmer/swim     one environment, with its signals",
            "  ganglion list ppo              one learner",
            "  ganglion list --parameters --env maze/forage                       how large each controller is there",
            "  ganglion list --parameters --env maze/forage stpn:match=12k        how large one of them is",
            "  ganglion list --json"
        })
final class ListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Show only this one, in detail.")
    private @Nullable String name;

    @Option(
            names = "--parameters",
            description = "Show how many parameters each controller, or the named one, has on an environment.")
    private boolean parameters;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "DOMAIN/TASK[:key=value,…]",
            description = "The environment for --parameters (default swimmer/swim).")
    private @Nullable String environment;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (parameters) {
            showSizes();
            return 0;
        }
        if (environment != null) {
            throw new InvalidInputException(
                    "--env goes with --parameters; 'ganglion list " + environment + "' shows the environment itself");
        }
        if (name == null) {
            show(Catalogue.all());
            return 0;
        }
        Catalogue.Entry entry = Catalogue.find(Selector.parse(name).name());
        show(List.of(entry));
        if (entry.kind() == Catalogue.Kind.ENVIRONMENT && !json) {
            terminal.out()
                    .print(SignalsText.of(Environments.parse(name).create().spec()));
            terminal.out().println("\n  Every environment's further options: ganglion list wrappers");
        }
        return 0;
    }

    private void showSizes() {
        EnvironmentChoice body = Environments.parse(
                environment == null
                        ? RunConfig.defaults().environment().orElseThrow().toString()
                        : environment);
        List<ControllerSize> sizes =
                name == null ? ControllerSize.all(body) : List.of(ControllerSize.of(Controllers.parse(name), body));
        ControllerSizeText text = new ControllerSizeText(body, sizes);
        terminal.out().print(json ? Json.write(text.json()) + "\n" : text.text(terminal.width()));
    }

    private void show(List<Catalogue.Entry> entries) {
        terminal.out()
                .print(
                        json
                                ? Json.write(CatalogueText.json(entries)) + "\n"
                                : CatalogueText.of(entries, terminal.width()));
    }
}
