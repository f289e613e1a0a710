package dev.ganglion.experiments.cli;

import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.Selector;
import dev.ganglion.experiments.Catalogue;
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
        header = "Shows environments, controllers, learners and presets with their options.",
        footer = {
            "",
            "Examples:",
            "  ganglion list",
            "  ganglion list swimmer/swim     one environment, with its signals",
            "  ganglion list ppo              one learner",
            "  ganglion list --json"
        })
final class ListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Show only this one, in detail.")
    private @Nullable String name;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (name == null) {
            show(Catalogue.all());
            return 0;
        }
        Catalogue.Entry entry = Catalogue.find(Selector.parse(name).name());
        show(List.of(entry));
        if (entry.kind() == Catalogue.Kind.ENVIRONMENT && !json) {
            terminal.out()
                    .print(SignalsText.of(Environments.parse(name).create().spec()));
        }
        return 0;
    }

    private void show(List<Catalogue.Entry> entries) {
        terminal.out()
                .print(
                        json
                                ? Json.write(CatalogueText.json(entries)) + "\n"
                                : CatalogueText.of(entries, terminal.width()));
    }
}
