package dev.ganglion.controllers.adapter;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterCount;
import dev.ganglion.controllers.PlainSpecs;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.SequenceHarness;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearAdapterTest {
    private static final EnvironmentSpec CHOICE = PlainSpecs.choice(4, 2);

    @ParameterizedTest
    @ValueSource(strings = {"ncap", "connectome", "circuit"})
    void bind_withoutBeingAsked_isRefusedWithWhatIsMissing(String controller) {
        thenThrownBy(() -> Controllers.parse(controller).bind(CHOICE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("joint/*/angle to sense")
                .hasMessageContaining("joint/*/torque to command")
                .hasMessageContaining("adapter=linear");
    }

    @Test
    void parameters_countEncoderAndDecoder() {
        Controller adapted = Controllers.parse("ncap:adapter=linear").bind(CHOICE);

        // Four weights; 4 inputs onto 5 angles and 5 torques onto 2 logits, each with biases.
        then(ParameterCount.of(adapted)).isEqualTo(4 + (4 * 5 + 5) + (5 * 2 + 2));
        then(adapted.outputs()).isEqualTo(2);
        then(adapted.takesRawSignals()).isFalse();
        then(adapted.name()).isEqualTo("ncap:adapter=linear");
    }

    @Test
    void translate_isEncoderThenCircuitThenDecoder() {
        Controller adapted = Controllers.parse("ncap:adapter=linear").bind(CHOICE);
        Map<String, float[]> zeros = new LinkedHashMap<>();
        for (ParameterBlock block : adapted.parameters()) {
            zeros.put(block.name(), new float[block.size()]);
        }
        RawParameters values = new RawParameters(zeros);
        int contra = adapted.parameters().get(2).elements().indexOf("contra");
        Arrays.fill(values.block("weights"), 1);
        values.block("weights")[contra] = -1;
        // Input 2 is the first joint's angle, and the second joint's torque is logit 1.
        values.block("encoder/layer-0/weights")[2 * 5] = 1;
        values.block("decoder/layer-0/weights")[1 * 2 + 1] = 3;
        values.block("decoder/layer-0/biases")[0] = 0.5f;

        try (SequenceHarness harness = new SequenceHarness(adapted, 4, 1)) {
            float[] logits = harness.run(new float[][] {{0, 0, 0.25f, 0}}, values)
                    .outputs()
                    .get(0);

            // A quarter of the angle's limit bends joint 1 by a quarter.
            then(logits).containsExactly(new float[] {0.5f, 0.75f}, within(1e-6f));
        }
    }
}
