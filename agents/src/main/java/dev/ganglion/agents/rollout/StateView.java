package dev.ganglion.agents.rollout;

import dev.ganglion.controllers.StateSpec;
import dev.ganglion.environments.signal.Signal;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a critic sees a controller's state, beside the observation.
 *
 * <p>A component that comes round, like a phase, is seen as a point on a circle, (cos, sin), so that its end lies
 * beside its beginning; any other is seen as it is. Ours.
 *
 * @param components what is seen, in order
 */
public record StateView(List<Component> components) {
    /** Copies the list. */
    public StateView {
        components = List.copyOf(components);
    }

    /**
     * A component of the state that is seen.
     *
     * @param index which of the state's components it is
     * @param name what it is
     * @param period the length after which it comes round again; 0 if it does not
     */
    public record Component(int index, String name, int period) {
        /** A name that signals may have; where neurons are called otherwise, their number keeps them apart. */
        private String path() {
            return name.matches(Signal.PATH)
                    ? name
                    : index + "/" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9/]+", "-");
        }
    }

    /** A critic that does not see the state. */
    public static StateView none() {
        return new StateView(List.of());
    }

    /** A critic that sees all of a state. */
    public static StateView of(StateSpec state) {
        return new StateView(IntStream.range(0, state.size())
                .mapToObj(i ->
                        new Component(i, state.names().get(i), state.periods().get(i)))
                .toList());
    }

    /** A critic that sees no more of a state than its phases. */
    public static StateView ofPhases(StateSpec state) {
        return new StateView(of(state).components.stream()
                .filter(component -> component.period > 0)
                .toList());
    }

    /** Number of values that the critic sees of the state. */
    public int width() {
        return components.stream()
                .mapToInt(component -> component.period == 0 ? 1 : 2)
                .sum();
    }

    /** One signal for each value that the critic sees, in order. */
    public List<Signal> signals() {
        return components.stream()
                .flatMap(component -> aspects("state/" + component.path(), component.period))
                .map(name -> Signal.scalar(name, "1"))
                .toList();
    }

    private static Stream<String> aspects(String name, int period) {
        return period == 0 ? Stream.of(name) : Stream.of(name + "/cos", name + "/sin");
    }

    /**
     * Writes what the critic sees of one state.
     *
     * @param states holds the state
     * @param from index of its first component
     * @param row receives {@link #width()} values
     * @param to index of the first of them there
     */
    void write(float[] states, int from, float[] row, int to) {
        int at = to;
        for (Component component : components) {
            float value = states[from + component.index];
            if (component.period == 0) {
                row[at++] = value;
            } else {
                double angle = 2 * Math.PI * value / component.period;
                row[at++] = (float) StrictMath.cos(angle);
                row[at++] = (float) StrictMath.sin(angle);
            }
        }
    }
}
