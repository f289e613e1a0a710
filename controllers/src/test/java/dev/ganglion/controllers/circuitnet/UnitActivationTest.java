package dev.ganglion.controllers.circuitnet;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.EagerSession;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class UnitActivationTest {
    // Table computed independently in Python from A sin(π x / 6), A = 3.388235 and a slope of 0.01 beyond ±3.
    @ParameterizedTest
    @CsvSource({
        "-4, -3.398235",
        "-1, -1.6941175",
        "0, 0",
        "0.5, 0.8769397473",
        "1, 1.6941175",
        "2, 2.9342975840",
        "3, 3.388235",
        "4, 3.398235",
        "10, 3.458235"
    })
    void clipSin_table_isGolden(float x, double expected) {
        then(CircuitNetReference.clipSin(x)).isCloseTo(expected, within(1e-9));
        try (EagerSession session = EagerSession.create()) {
            Ops tf = Ops.create(session);
            TFloat32 value = UnitActivation.CLIP_SIN.apply(tf, tf.constant(x)).asTensor();
            then((double) value.getFloat()).isCloseTo(expected, within(1e-6));
        }
    }
}
