package dev.ganglion.experiments.bench;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Selector;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.config.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One setting that takes several values while all others stay: how cost grows with it.
 *
 * <p>A value may have a number in front, {@code 302=connectome:file=…}: a size that it stands for.
 *
 * @param key {@code env}, {@code controller}, {@code learner}, {@code envs} or {@code workers}, or an option of one of
 *     the first three, such as {@code env.joints}
 * @param values as they are written
 */
public record Growth(String key, List<String> values) {
    private static final String ENVIRONMENT = "env";
    private static final String CONTROLLER = "controller";
    private static final String LEARNER = "learner";
    private static final Pattern SIZED = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)=(.+)");

    /** Copies the list. */
    public Growth {
        values = List.copyOf(values);
    }

    /**
     * Reads {@code KEY=VALUE,VALUE,…}. Values with commas in them are separated by blanks instead.
     *
     * @throws InvalidInputException if the text is not of that form
     */
    public static Growth parse(String text) {
        int equals = text.indexOf('=');
        String key = equals < 0 ? text : text.substring(0, equals).strip();
        String list = equals < 0 ? "" : text.substring(equals + 1).strip();
        List<String> values = Stream.of(list.split(list.contains(" ") ? " +" : ",", -1))
                .filter(value -> !value.isEmpty())
                .toList();
        if (!isKnown(key)) {
            throw new InvalidInputException("'" + key
                    + "' is not a setting to vary; take env, controller, learner, envs or workers, or an option such as"
                    + " env.joints or controller.hidden");
        }
        if (values.size() < 2) {
            throw new InvalidInputException(
                    "'" + text + "' needs at least two values; write KEY=VALUE,VALUE such as envs=1,4,16");
        }
        return new Growth(key, values);
    }

    private static boolean isKnown(String key) {
        String owner = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        boolean hasOptions = List.of(ENVIRONMENT, CONTROLLER, LEARNER).contains(owner);
        return key.contains(".")
                ? hasOptions && key.length() > owner.length() + 1
                : hasOptions || List.of("envs", "workers").contains(key);
    }

    /**
     * The configuration with each value in turn, by the value or the size in front of it.
     *
     * @param given everything else, as it was said
     */
    public Map<String, RunConfig> over(Settings given) {
        RunConfig named = RunConfig.resolve(given);
        Map<String, RunConfig> configurations = new LinkedHashMap<>();
        for (String value : values) {
            Matcher sized = SIZED.matcher(value);
            boolean hasSize = sized.matches();
            configurations.put(
                    hasSize ? sized.group(1) : value,
                    RunConfig.resolve(
                            with(hasSize ? sized.group(2) : value, named).over(given)));
        }
        return configurations;
    }

    private Settings with(String value, RunConfig named) {
        return switch (key) {
            case ENVIRONMENT -> settings(Optional.of(Selector.parse(value)), Optional.empty(), Optional.empty());
            case CONTROLLER -> settings(Optional.empty(), Optional.of(Selector.parse(value)), Optional.empty());
            case LEARNER -> settings(Optional.empty(), Optional.empty(), Optional.of(Selector.parse(value)));
            case "envs" -> numbers(Optional.of(Limits.environments(value)), Optional.empty());
            case "workers" -> numbers(Optional.empty(), Optional.of(Limits.workers(value)));
            default -> option(key.substring(0, key.indexOf('.')), key.substring(key.indexOf('.') + 1), value, named);
        };
    }

    private static Settings option(String owner, String option, String value, RunConfig named) {
        Map<String, String> options = Map.of(option, value);
        return switch (owner) {
            case ENVIRONMENT ->
                settings(
                        Optional.of(
                                new Selector(plain(named.plan().environment().name()), options)),
                        Optional.empty(),
                        Optional.empty());
            case CONTROLLER ->
                settings(
                        Optional.empty(),
                        Optional.of(new Selector(plain(named.plan().controller().name()), options)),
                        Optional.empty());
            default ->
                settings(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Selector(plain(named.plan().learner().name()), options)));
        };
    }

    private static String plain(String canonicalName) {
        return Selector.parse(canonicalName).name();
    }

    private static Settings settings(
            Optional<Selector> environment, Optional<Selector> controller, Optional<Selector> learner) {
        return new Settings(
                Optional.empty(),
                environment,
                controller,
                learner,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Settings numbers(Optional<Integer> environments, Optional<Integer> workers) {
        return new Settings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                environments,
                workers);
    }
}
