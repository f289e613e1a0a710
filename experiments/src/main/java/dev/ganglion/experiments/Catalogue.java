package dev.ganglion.experiments;

import dev.ganglion.agents.Learners;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.EnvironmentWrapper;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.WrappedProvider;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Suggestion;
import dev.ganglion.experiments.config.Preset;
import dev.ganglion.experiments.config.Presets;
import dev.ganglion.experiments.supervised.SupervisedTasks;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that can be named on the command line. */
public final class Catalogue {
    private static final String WRAPPERS = "wrappers";

    private Catalogue() {}

    /** What kind of thing a name stands for. */
    public enum Kind {
        /** A body in a world with a task. */
        ENVIRONMENT,
        /** What may be laid around any environment. */
        WRAPPER,
        /** A circuit or network. */
        CONTROLLER,
        /** A way of learning from reward. */
        LEARNER,
        /** Something to learn from examples. */
        TASK,
        /** Settings known to work. */
        PRESET
    }

    /**
     * A named thing.
     *
     * @param kind what it is
     * @param name its name
     * @param summary one sentence about it
     * @param options the options it takes
     * @param settings what a preset sets, by key; empty for everything else
     */
    public record Entry(Kind kind, String name, String summary, OptionSet options, Map<String, String> settings) {
        /** Keeps the order of the settings. */
        public Entry {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        }

        private Entry(Kind kind, String name, String summary, OptionSet options) {
            this(kind, name, summary, options, Map.of());
        }
    }

    /** All of them, kind by kind, each by name. */
    public static List<Entry> all() {
        return Stream.of(
                        Environments.all().stream()
                                .map(WrappedProvider::unwrapped)
                                .map(p -> new Entry(Kind.ENVIRONMENT, p.name(), p.summary(), p.options())),
                        Stream.of(wrappers()),
                        Controllers.all().stream()
                                .map(p -> new Entry(Kind.CONTROLLER, p.name(), p.summary(), p.options())),
                        Learners.all().stream().map(p -> new Entry(Kind.LEARNER, p.name(), p.summary(), p.options())),
                        SupervisedTasks.all().stream()
                                .map(task -> new Entry(Kind.TASK, task.name(), task.summary(), task.options())),
                        Presets.all().stream().map(Catalogue::entry))
                .flatMap(entries -> entries)
                .toList();
    }

    /**
     * The one of that name.
     *
     * @throws InvalidInputException if there is none
     */
    public static Entry find(String name) {
        List<Entry> all = all();
        return all.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("There is nothing called '" + name + "'"
                        + Suggestion.clause(name, all.stream().map(Entry::name).toList())));
    }

    private static Entry wrappers() {
        List<Option> options =
                Environments.wrappers().stream().map(EnvironmentWrapper::option).toList();
        return new Entry(
                Kind.WRAPPER,
                WRAPPERS,
                "What every environment takes besides its own options.",
                new OptionSet(WRAPPERS, options));
    }

    private static Entry entry(Preset preset) {
        return new Entry(
                Kind.PRESET,
                preset.name(),
                preset.summary(),
                OptionSet.of(preset.name()),
                preset.settings().asTexts());
    }
}
