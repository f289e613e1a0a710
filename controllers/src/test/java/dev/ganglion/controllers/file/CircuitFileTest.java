package dev.ganglion.controllers.file;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.SwimmerSpecs;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Circuits;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.NeuronModels;
import dev.ganglion.controllers.circuit.Receiver;
import dev.ganglion.controllers.circuit.SynapseModel;
import dev.ganglion.controllers.circuit.SynapseModels;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.plasticity.PlasticityRule;
import dev.ganglion.controllers.plasticity.PlasticityRules;
import dev.ganglion.controllers.translation.CircuitController;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitFileTest {
    private static final String SMALL = """
        circuit: small
        neurons:
          - {name: bend, model: {sensor: joint/0/angle, scale: limit, low: 0, high: 1}}
          - {name: motor, class: M, model: graded, position: 0.5, side: left}
        weights:
          - {name: drive, sign: excitatory, initial: 1}
        synapses:
          - {from: bend, to: motor, weight: drive}
        outputs:
          - {signal: joint/0/torque, terms: {motor: 1}}
        """;

    @TempDir
    private Path directory;

    private static Circuit circuit(String controller) {
        return ((CircuitController) Controllers.parse(controller).bind(SwimmerSpecs.swimmer(5)))
                .bound()
                .circuit();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ncap",
                "ncap:sharing=off,signs=free",
                "ncap:init=uniform,speed=on,turn=on,gradient=exact,weights=clamp",
                "ncap:signs=free,init=uniform,neuron=alif,constants=learned,synapse=stp",
                "connectome",
                "connectome:neuron=izhikevich,sharing=off,null-model=sign-shuffle"
            })
    void parse_whatWasWritten_isTheSameCircuit(String controller) {
        Circuit circuit = circuit(controller);
        String text = CircuitFile.format(circuit);

        then(CircuitFile.parse("circuit.yaml", text)).isEqualTo(circuit);
        then(CircuitFile.format(CircuitFile.parse("circuit.yaml", text))).isEqualTo(text);
    }

    @Test
    void parse_randomCircuitsOfEveryModel_areTheSame() {
        for (long seed = 0; seed < 20; seed++) {
            RandomGenerator random = RandomStreams.named(seed, "circuits");
            Circuit circuit = Circuits.recurrent(
                    3, random, CircuitFileTest::neuron, CircuitFileTest::synapse, new Dynamics(4, 0.02));

            then(CircuitFile.parse("random.yaml", CircuitFile.format(circuit)))
                    .as("seed %d", seed)
                    .isEqualTo(circuit);
        }
    }

    /** Constants that all differ, so that none can take another's place unnoticed. */
    private static Receiver neuron(RandomGenerator random) {
        List<String> names = NeuronModels.names();
        return NeuronModels.named(names.get(random.nextInt(names.size()))).withConstants(constant -> {
            double value = random.nextDouble(0.01, 3);
            return switch (random.nextInt(3)) {
                case 0 -> Constant.of(value);
                case 1 -> Constant.of(value).learned(Constant.Scope.SHARED);
                default -> new Constant.Learned(new InitialValue.Uniform(value, value + 1), Constant.Scope.OWN);
            };
        });
    }

    private static SynapseModel synapse(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> new SynapseModel.Static();
            case 1 -> SynapseModels.named("stp");
            case 2 -> rule(random);
            default ->
                new SynapseModel.ShortTerm(
                        Constant.of(random.nextDouble()), Constant.of(0.1), Double.POSITIVE_INFINITY, true);
        };
    }

    private static SynapseModel rule(RandomGenerator random) {
        PlasticityRule rule =
                PlasticityRules.all().get(random.nextInt(PlasticityRules.names().size()));
        return new SynapseModel.Plastic(
                rule,
                rule.coefficients().stream()
                        .map(coefficient -> Constant.of(random.nextDouble(0.01, 3)))
                        .toList(),
                0.25,
                random.nextBoolean() ? 2 : Double.POSITIVE_INFINITY);
    }

    @Test
    void parse_smallFile_fillsInWhatIsUsual() {
        Circuit circuit = CircuitFile.parse("small.yaml", SMALL);

        then(circuit.name()).isEqualTo("small");
        then(circuit.neurons().get(0).cellClass()).isEqualTo("bend");
        then(circuit.neurons().get(1).model()).isEqualTo(NeuronModels.named("graded"));
        then(circuit.synapses().get(0).gain()).isEqualTo(1);
        then(circuit.dynamics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to: motor|to: moter|small.yaml, line 8: there is no neuron 'moter'; did you mean 'motor'?",
                "weight: drive|weight: driv|small.yaml, line 8: there is no weight 'driv'; did you mean 'drive'?",
                "terms: {motor|terms: {mot|small.yaml, line 10: there is no neuron 'mot'; did you mean 'motor'?",
                "model: graded|model: gradd|small.yaml, line 4: there is no model 'gradd'; did you mean 'graded'?",
                "position|postion|small.yaml, line 4: there is no key 'postion' here; did you mean 'position'?",
                "initial: 1|initial: one|small.yaml, line 6: 'initial' is not a finite number",
                "initial: 1|initial: -1|small.yaml, line 6: The weights drive are EXCITATORY",
                "sign: excitatory|sign: exitatory|small.yaml, line 6: 'sign' cannot be 'exitatory'; did you mean"
                        + " 'excitatory'?",
                "model: graded|model: {kind: ctrnn, bias: {initial: {from: 2, to: 1}, learned: own}}|small.yaml, line 4: There"
                        + " is nothing between 2.0 and 1.0",
                "name: motor|name: bend|small.yaml, line 4: the neuron 'bend' is there twice",
                "name: motor|name: [motor]|small.yaml, line 4: 'name' is not a text",
                "position: 0.5|position: 1.5|small.yaml, line 4: Neuron motor lies at 1.5",
                "from: bend, |''|small.yaml, line 8: the key 'from' is missing",
                "model: {sensor|model: &a {sensor|small.yaml, line 3: anchors (&) and aliases (*) are not used here",
                "circuit: small|circuit: 1.5|small.yaml, line 1: 'circuit' is not a text; put it in quotes"
            })
    void parse_whatIsNotOfTheForm_isRefusedWithItsLine(String right, String wrong, String message) {
        thenThrownBy(() -> CircuitFile.parse("small.yaml", SMALL.replace(right, wrong)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void parse_weightThatNothingUses_isRefused() {
        thenThrownBy(() -> CircuitFile.parse(
                        "small.yaml",
                        SMALL.replace("synapses:\n  - {from: bend, to: motor, weight: drive}", "synapses: []")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("The weight group drive has no synapse");
    }

    @Test
    void parse_mappingNestedTooDeep_isRefused() {
        String deep = "circuit: " + "{a: ".repeat(40) + "1" + "}".repeat(40);
        thenThrownBy(() -> CircuitFile.parse("deep.yaml", deep)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void bind_file_isTheCircuitInTheBodysTime() throws IOException {
        Path file = Files.writeString(directory.resolve("mine.yaml"), CircuitFile.format(circuit("connectome")));

        then(circuit("circuit:file=" + file)).isEqualTo(circuit("connectome"));
    }

    @Test
    void bind_file_takesAblations() throws IOException {
        Path file = Files.writeString(directory.resolve("mine.yaml"), CircuitFile.format(circuit("ncap")));

        then(circuit("circuit:file=" + file + ",lesion=VB").neurons())
                .hasSize(circuit("ncap").neurons().size() - 5);
    }

    @Test
    void bind_missingFile_isNamed() {
        thenThrownBy(() -> circuit("circuit:file=absent.yaml"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("There is no file absent.yaml");
    }
}
