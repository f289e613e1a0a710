package dev.ganglion.environments.wrapper;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.EnvironmentWrapper;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Options;
import dev.ganglion.environments.options.Suggestion;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.render.Scene;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * {@code randomise}: some of the environment's own parameters are drawn anew for each episode, each uniformly from a
 * range and from a stream of its own ({@code randomise/KEY} under the episode's seed). They must not change what is
 * observed and commanded.
 */
public final class Randomisation implements EnvironmentWrapper {
    private static final String NONE = "none";

    private static final String RANGE = "[a-z0-9-]+:[^:+]+\\.\\.[^:+]+";

    private static final Option.Text OPTION = new Option.Text(
            "randomise",
            NONE,
            NONE + "|" + RANGE + "(\\+" + RANGE + ")*",
            "none, or such as friction:0.4..1.2",
            "Ranges from which parameters are drawn anew for each episode; several are joined by +.");

    @Override
    public Option option() {
        return OPTION;
    }

    @Override
    public Environment wrap(EnvironmentProvider inner, Options options) {
        List<Range> ranges = Stream.of(options.text(OPTION.key()).split("\\+", -1))
                .map(text -> Range.parse(text, inner))
                .toList();
        Randomised randomised = new Randomised(inner, options, ranges);
        randomised.requireTheSameSignals();
        return randomised;
    }

    /**
     * Where a parameter is drawn from.
     *
     * @param option the parameter
     * @param low smallest value
     * @param high largest value, not below {@code low}
     */
    private record Range(Option option, double low, double high) {
        static Range parse(String text, EnvironmentProvider provider) {
            int colon = text.indexOf(':');
            int dots = text.indexOf("..");
            String key = text.substring(0, colon);
            List<Option> numbers = provider.options().list().stream()
                    .filter(option -> option instanceof Option.Real || option instanceof Option.Whole)
                    .toList();
            Option option = numbers.stream()
                    .filter(number -> number.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(provider.name() + " has no number '" + key
                            + "' to randomise"
                            + Suggestion.clause(
                                    key, numbers.stream().map(Option::key).toList())));
            double low = Double.parseDouble(option.parse(text.substring(colon + 1, dots)));
            double high = Double.parseDouble(option.parse(text.substring(dots + 2)));
            if (low > high) {
                throw new InvalidInputException(
                        "randomise: " + text + " runs backwards; write " + key + ":" + high + ".." + low);
            }
            return new Range(option, low, high);
        }

        String draw(long seed) {
            RandomGenerator random = RandomStreams.named(seed, OPTION.key() + "/" + option.key());
            // Every whole number of a range is as likely as the others.
            double value = option instanceof Option.Whole
                    ? low + Math.floor((high - low + 1) * random.nextDouble())
                    : low + (high - low) * random.nextDouble();
            return text(value);
        }

        String text(double value) {
            return option instanceof Option.Whole ? Long.toString(Math.round(value)) : Double.toString(value);
        }
    }

    private static final class Randomised implements Environment {
        private final EnvironmentProvider provider;
        private final Options options;
        private final List<Range> ranges;
        private final EnvironmentSpec spec;
        private Environment present;

        Randomised(EnvironmentProvider provider, Options options, List<Range> ranges) {
            this.provider = provider;
            this.options = options;
            this.ranges = ranges;
            present = provider.create(options);
            spec = present.spec();
        }

        void requireTheSameSignals() {
            for (Range range : ranges) {
                for (double end : new double[] {range.low(), range.high()}) {
                    String key = range.option().key();
                    EnvironmentSpec other = provider.create(options.with(Map.of(key, range.text(end))))
                            .spec();
                    boolean isSame = other.observation().equals(spec.observation())
                            && other.action().equals(spec.action())
                            && other.controlPeriodSeconds() == spec.controlPeriodSeconds()
                            && other.timeLimitSteps() == spec.timeLimitSteps();
                    if (!isSame) {
                        throw new InvalidInputException("randomise cannot draw " + key + ", which changes what "
                                + provider.name() + " observes or is told; choose a parameter that does not");
                    }
                }
            }
        }

        @Override
        public EnvironmentSpec spec() {
            return spec;
        }

        @Override
        public void reset(long seed, float[] observation, int offset) {
            Map<String, String> drawn = new LinkedHashMap<>();
            ranges.forEach(range -> drawn.put(range.option().key(), range.draw(seed)));
            present = provider.create(options.with(drawn));
            present.reset(seed, observation, offset);
        }

        @Override
        public StepStatus step(float[] action, int actionOffset, float[] observation, int observationOffset) {
            return present.step(action, actionOffset, observation, observationOffset);
        }

        @Override
        public boolean isProlongable() {
            return present.isProlongable();
        }

        @Override
        public boolean prolong() {
            return present.prolong();
        }

        @Override
        public double reward() {
            return present.reward();
        }

        @Override
        public Map<String, Double> measurements() {
            return present.measurements();
        }

        @Override
        public Scene scene() {
            return present.scene();
        }
    }
}
