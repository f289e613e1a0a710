package dev.ganglion.tests.contract;

import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.Option;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every registered environment with variants of its options. */
final class RegisteredEnvironments {
    private RegisteredEnvironments() {}

    /** Every environment as it is by default. */
    static Stream<EnvironmentChoice> defaults() {
        return Environments.all().stream()
                .map(provider ->
                        new EnvironmentChoice(provider, provider.options().defaults()));
    }

    /** Every environment by default and with one option at a time at each end of its range, or at each choice. */
    static Stream<EnvironmentChoice> variants() {
        return Stream.concat(defaults(), Environments.all().stream().flatMap(RegisteredEnvironments::variants));
    }

    private static Stream<EnvironmentChoice> variants(EnvironmentProvider provider) {
        return provider.options().list().stream()
                .flatMap(option -> extremes(option).stream()
                        .filter(text -> !text.equals(option.defaultText()))
                        .map(text -> new EnvironmentChoice(
                                provider, provider.options().parse(Map.of(option.key(), text)))));
    }

    private static List<String> extremes(Option option) {
        if (option instanceof Option.Whole whole) {
            return List.of(Long.toString(whole.min()), Long.toString(whole.max()));
        }
        if (option instanceof Option.Real real) {
            return Stream.of(real.min(), real.max())
                    .filter(Double::isFinite)
                    .map(value -> real.parse(value.toString()))
                    .toList();
        }
        return option instanceof Option.Choice choice ? choice.choices() : List.of();
    }
}
