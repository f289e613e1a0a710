package dev.ganglion.experiments.transfer;

import dev.ganglion.agents.policy.InitialParameters;
import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterCount;
import dev.ganglion.controllers.wiring.WiringProvider;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.signal.Signals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which parameters of a controller carry over to another body, or to a circuit from which something was cut.
 *
 * <p>Weights with names, such as those of a circuit, carry over one by one, by name; a dense block carries over whole,
 * if it has the same shape on both bodies. A circuit finds its signals by name, so other signals are no obstacle to it;
 * a dense network takes them in a fixed order, so it fits the same signals only.
 *
 * @param values raw values of each of the target's blocks that carry over wholly or in part, by block name
 * @param parameters how many values the controller has on the target
 * @param carried how many of them carry over
 * @param misfits what does not, a clause each; empty if everything fits
 */
public record Fit(Map<String, double[]> values, int parameters, int carried, List<String> misfits) {
    private static final int MOST_NAMES = 6;

    /** Copies the containers. */
    public Fit {
        values = Map.copyOf(values);
        misfits = List.copyOf(misfits);
    }

    /**
     * Compares a controller on two bodies.
     *
     * @param trained values on the source, as in a checkpoint
     * @param fresh initial values on the target, as in a checkpoint; they stay where nothing carries over
     * @throws InvalidInputException if the controller fits the target in no way
     */
    static Fit between(
            ControllerChoice choice,
            EnvironmentSpec source,
            EnvironmentSpec target,
            Map<String, double[]> trained,
            Map<String, double[]> fresh) {
        Fit fit = of(choice.bind(source), choice.bind(target), trained, fresh);
        if (choice.provider() instanceof WiringProvider) {
            return fit;
        }
        List<String> misfits = new ArrayList<>(fit.misfits);
        misfits.addAll(otherSignals(
                source.observation().signals(), target.observation().signals()));
        return new Fit(fit.values, fit.parameters, fit.carried, misfits);
    }

    /**
     * Compares two controllers by their parameters alone.
     *
     * @param before the controller that has learned
     * @param after the one that its parameters should fit
     * @param trained values of the first, as in a checkpoint
     * @param fresh initial values of the second, as in a checkpoint; they stay where nothing carries over
     */
    public static Fit of(
            Controller before, Controller after, Map<String, double[]> trained, Map<String, double[]> fresh) {
        Map<String, ParameterBlock> knownBlocks =
                before.parameters().stream().collect(Collectors.toMap(ParameterBlock::name, block -> block));
        Map<String, double[]> values = new LinkedHashMap<>();
        List<String> misfits = new ArrayList<>();
        int carried = 0;
        for (ParameterBlock block : after.parameters()) {
            String key = InitialParameters.CONTROLLER + block.name();
            ParameterBlock known = knownBlocks.get(block.name());
            if (known == null) {
                misfits.add("there was no " + block.name());
            } else if (!block.elements().isEmpty()) {
                Elements elements = Elements.of(known, value(trained, key), block, value(fresh, key));
                values.put(block.name(), elements.values());
                carried += elements.carried();
                misfits.addAll(
                        elements.missing().isEmpty()
                                ? List.of()
                                : List.of("there was no weight " + names(elements.missing())));
            } else if (known.shape().equals(block.shape())) {
                values.put(block.name(), value(trained, key));
                carried += block.size();
            } else {
                misfits.add(block.name() + " was " + shape(known) + " and would be " + shape(block));
            }
        }
        return new Fit(values, ParameterCount.of(after), carried, misfits);
    }

    /**
     * What of a controller does not carry over from one body to another, a clause each; nothing needs to be trained to
     * know it.
     *
     * @throws InvalidInputException if the controller does not fit one of the bodies at all
     */
    public static List<String> misfits(ControllerChoice choice, EnvironmentSpec source, EnvironmentSpec target) {
        Map<String, double[]> before = initial(choice.bind(source), 0);
        Map<String, double[]> after = initial(choice.bind(target), 0);
        return between(choice, source, target, before, after).misfits;
    }

    /** Initial raw values of a controller, as in a checkpoint before training. */
    public static Map<String, double[]> initial(Controller controller, long seed) {
        Map<String, double[]> values = new LinkedHashMap<>();
        InitialParameters.draw(controller.parameters(), InitialParameters.CONTROLLER, seed)
                .forEach((block, drawn) -> values.put(
                        InitialParameters.CONTROLLER + block,
                        IntStream.range(0, drawn.length)
                                .mapToDouble(i -> drawn[i])
                                .toArray()));
        return values;
    }

    private static double[] value(Map<String, double[]> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /**
     * Refuses a fit that is not whole.
     *
     * @throws InvalidInputException naming what does not fit
     */
    void requireWhole(ControllerChoice choice, EnvironmentSpec source, EnvironmentSpec target) {
        if (!misfits.isEmpty()) {
            throw new InvalidInputException(choice.name() + ", trained on " + source.name() + ", does not fit "
                    + target.name() + ": " + String.join("; ", misfits)
                    + ". --partial binds what fits and leaves the rest as an untrained controller has it");
        }
    }

    private static List<String> otherSignals(Signals before, Signals after) {
        List<String> clauses = new ArrayList<>();
        List<String> added = after.names().stream()
                .filter(name -> !before.names().contains(name))
                .toList();
        List<String> gone = before.names().stream()
                .filter(name -> !after.names().contains(name))
                .toList();
        if (!added.isEmpty()) {
            clauses.add("it has never had the signal" + (added.size() == 1 ? " " : "s ") + names(added));
        }
        if (!gone.isEmpty()) {
            clauses.add("it would miss the signal" + (gone.size() == 1 ? " " : "s ") + names(gone));
        }
        return clauses;
    }

    private static String names(List<String> names) {
        String some = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? some + " and " + (names.size() - MOST_NAMES) + " more" : some;
    }

    private static String shape(ParameterBlock block) {
        return block.shape().stream().map(String::valueOf).collect(Collectors.joining("×"));
    }

    /** Values of a block whose elements have names. */
    private record Elements(double[] values, int carried, List<String> missing) {
        static Elements of(ParameterBlock known, double[] trained, ParameterBlock block, double[] fresh) {
            double[] values = fresh.clone();
            List<String> missing = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                int place = known.elements().indexOf(block.elements().get(i));
                if (place < 0) {
                    missing.add(block.elements().get(i));
                } else {
                    values[i] = trained[place];
                }
            }
            return new Elements(values, values.length - missing.size(), missing);
        }
    }
}
