package dev.ganglion.agents.evolution;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.connectome.Sign;
import dev.ganglion.controllers.parameter.DenseParameters;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.controllers.parameter.WeightVector;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedValuesTest {
    @Test
    void alike_areValuesOfOneKindAndSign() {
        WeightVector weights = new WeightVector(
                "weights",
                List.of(
                        group("chemical/AB", Sign.EXCITATORY),
                        group("chemical/CD", Sign.INHIBITORY),
                        group("gap/AB", Sign.EXCITATORY),
                        group("chemical/EF", Sign.EXCITATORY)));
        DenseParameters dense = DenseParameters.zeros("dense", 2);

        SharedValues shared = SharedValues.alike(List.of(weights, dense), new double[] {0, 0.5, 0, 0.1, 7, 8});

        then(shared.offset()).containsExactly(0, 1, 2, 0, 3, 4);
        then(shared.size()).isEqualTo(5);
        then(shared.parameters(new double[] {1, 10, 100, 1000, 0})).containsExactly(1, 10.5, 100, 1.1, 1007, 8);
        then(shared.start(new double[6])).containsExactly(0, 0, 0, 0, 0);
    }

    @Test
    void apart_leavesParametersAsTheyAre() {
        SharedValues apart = SharedValues.apart(2);

        then(apart.shares()).isFalse();
        then(apart.size()).isEqualTo(2);
        then(apart.start(new double[] {3, 4})).containsExactly(3, 4);
        then(apart.parameters(new double[] {3, 4})).containsExactly(3, 4);
    }

    private static WeightGroup group(String name, Sign sign) {
        return new WeightGroup(
                name, sign, new InitialValue.Fixed(sign == Sign.INHIBITORY ? -1 : 1), Parametrisation.EXPONENTIAL);
    }
}
