package dev.ganglion.controllers.circuitnet;

import static dev.ganglion.controllers.circuitnet.SmallNets.INPUTS;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.ParameterCount;
import dev.ganglion.controllers.PlainSpecs;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitNetParametersTest {
    // By hand, for C units of N neurons: linear C·N², products C·N³ or 3·C·N·R, attention 3·C·N, biases C·N, ports
    // C·p², normalisation 2·C·N + 2·C·p; the encoder I·C·N + C·N and the readout 2·C·N + 2 around it.
    @ParameterizedTest
    @CsvSource({
        "'units=3,neurons=4,ports=2,layer-norm=off,operators=core,graph=none', 48 192 0 12 0 0",
        "'units=3,neurons=4,ports=2,layer-norm=off,operators=full', 48 192 36 12 12 0",
        "'units=3,neurons=4,ports=2,operators=full', 48 192 36 12 12 36",
        "'units=3,neurons=4,ports=2,operators=core,rank=2', 48 72 0 12 12 36",
    })
    void parameters_ofSmallNets_areAsManyAsTheFormula(String options, String parts) {
        int within =
                Arrays.stream(parts.split(" ", -1)).mapToInt(Integer::parseInt).sum();
        int around = 3 * 12 + 12 + 2 * 12 + 2;

        then(ParameterCount.of(Controllers.parse("circuitnet:" + options).bind(PlainSpecs.choice(INPUTS, 2))))
                .isEqualTo(within + around);
    }

    @Test
    void bind_match_choosesTheNeuronsOfAUnit() {
        int target = ParameterCount.of(
                Controllers.parse("circuitnet:neurons=9,rank=4").bind(PlainSpecs.choice(23, 5)));

        then(ParameterCount.of(
                        Controllers.parse("circuitnet:rank=4,match=" + target).bind(PlainSpecs.choice(23, 5))))
                .isEqualTo(target);
    }
}
