package dev.ganglion.tests.contract;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.ControllerProvider;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.plasticity.PlasticityRules;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every registered controller on every registered environment that it fits, and with each choice of its options. */
final class RegisteredControllers {
    private static final String SWIMMER = "swimmer/swim";

    private RegisteredControllers() {}

    /**
     * A controller on a body.
     *
     * @param choice the controller
     * @param environment the body
     */
    record Case(ControllerChoice choice, EnvironmentSpec environment) {
        Controller bind() {
            return choice.bind(environment);
        }

        int observations() {
            return environment.observation().size();
        }

        @Override
        public String toString() {
            return choice.name() + " on " + environment.name();
        }
    }

    /** Every controller by default, unbound. */
    static Stream<ControllerChoice> choices() {
        return Controllers.all().stream()
                .map(provider ->
                        new ControllerChoice(provider, provider.options().defaults()));
    }

    /** Every controller by default on every environment that it fits. */
    static Stream<Case> bound() {
        List<EnvironmentSpec> environments = RegisteredEnvironments.defaults()
                .map(environment -> environment.create().spec())
                .toList();
        return choices()
                .flatMap(choice -> environments.stream()
                        .map(environment -> new Case(choice, environment))
                        .filter(pair -> refusal(pair).isEmpty()));
    }

    /**
     * The same, and with each choice of its options that means something without others, on the swimmer or on the first
     * body that it then fits.
     */
    static Stream<Case> variants() {
        List<EnvironmentSpec> bodies = Stream.concat(
                        Stream.of(Environments.parse(SWIMMER)), RegisteredEnvironments.defaults())
                .map(environment -> environment.create().spec())
                .toList();
        return Stream.concat(
                bound(),
                Controllers.all().stream()
                        .flatMap(RegisteredControllers::withEachChoice)
                        .flatMap(choice -> onFirst(bodies, choice).stream()));
    }

    private static Optional<Case> onFirst(List<EnvironmentSpec> bodies, ControllerChoice choice) {
        return bodies.stream()
                .map(body -> new Case(choice, body))
                .filter(pair -> refusal(pair).isEmpty())
                .findFirst();
    }

    /** Why a controller does not fit a body; empty if it does. */
    static Optional<String> refusal(Case pair) {
        try {
            pair.bind();
            return Optional.empty();
        } catch (InvalidInputException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Stream<ControllerChoice> withEachChoice(ControllerProvider provider) {
        return provider.options().list().stream()
                .filter(Option.Choice.class::isInstance)
                .map(Option.Choice.class::cast)
                .flatMap(option -> option.choices().stream()
                        .filter(text -> !text.equals(option.defaultText()))
                        .filter(text -> !isTriedElsewhere(provider, option, text))
                        .map(text -> new ControllerChoice(
                                provider, provider.options().parse(Map.of(option.key(), text)))));
    }

    /** Plasticity rules are the same for every circuit: the smallest tries them all, the others the largest of them. */
    private static boolean isTriedElsewhere(ControllerProvider provider, Option option, String text) {
        return option.key().equals("synapse")
                && !provider.name().equals("ncap")
                && PlasticityRules.names().contains(text)
                && !text.equals("three-factor");
    }
}
