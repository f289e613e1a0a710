package dev.ganglion.agents.tensor;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class PreparedCallTest {
    /** Of numbers x and y: x·y, and their sum. */
    private record Sums(
            Placeholder<TFloat32> x, Placeholder<TFloat32> y, Operand<TFloat32> product, Operand<TFloat32> sum) {}

    private static GraphSession.Built<Sums> sums() {
        return GraphSession.build(2, (graph, tf) -> {
            Placeholder<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1)));
            Placeholder<TFloat32> y = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1)));
            return new Sums(x, y, tf.math.mul(x, y), tf.math.add(x, y));
        });
    }

    @Test
    void run_takesWhatTheFedTensorsHoldEachTime() {
        GraphSession.Built<Sums> built = sums();
        Sums sums = built.operations();
        try (GraphSession session = built.session();
                HostTensor x = HostTensor.of(new float[] {2, 3}, 2);
                HostTensor y = HostTensor.of(new float[] {5, 7}, 2);
                PreparedCall call = session.call()
                        .feed(sums.x, x.tensor())
                        .feed(sums.y, y.tensor())
                        .fetch(sums.product)
                        .fetch(sums.sum)
                        .prepare()) {
            float[] product = new float[2];
            float[] sum = new float[2];
            call.run();
            x.write(new float[] {-1, 4});
            call.run();
            call.read(0, product);
            call.read(1, sum);
            then(product).containsExactly(-5, 28);
            then(sum).containsExactly(4, 11);
        }
    }

    @Test
    void run_onTheSessionsOwnThreads_givesTheSame() {
        GraphSession.Built<Sums> built = sums();
        Sums sums = built.operations();
        try (GraphSession session = built.session();
                HostTensor x = HostTensor.of(new float[] {2, 3}, 2);
                PreparedCall call = session.wideCall()
                        .feed(sums.x, x.tensor())
                        .feed(sums.y, x.tensor())
                        .fetch(sums.product)
                        .prepare()) {
            float[] product = new float[2];
            call.run();
            call.read(0, product);
            then(product).containsExactly(4, 9);
        }
    }

    @Test
    void run_thatFails_saysWhy_andMayBeRunAgain() {
        GraphSession.Built<Sums> built = sums();
        Sums sums = built.operations();
        try (GraphSession session = built.session();
                HostTensor two = HostTensor.of(new float[] {2, 3}, 2);
                HostTensor three = HostTensor.of(new float[] {2, 3, 4}, 3);
                PreparedCall call = session.call()
                        .feed(sums.x, two.tensor())
                        .feed(sums.y, three.tensor())
                        .fetch(sums.product)
                        .prepare()) {
            thenThrownBy(call::run).hasMessageContaining("ncompatible shapes");
            thenThrownBy(call::run).hasMessageContaining("ncompatible shapes");
            thenThrownBy(() -> call.read(0, new float[2])).hasMessageContaining("no result");
        }
    }

    @Test
    void read_refusesAnArrayOfAnotherLength() {
        GraphSession.Built<Sums> built = sums();
        Sums sums = built.operations();
        try (GraphSession session = built.session();
                HostTensor x = HostTensor.of(new float[] {2, 3}, 2);
                PreparedCall call = session.call()
                        .feed(sums.x, x.tensor())
                        .feed(sums.y, x.tensor())
                        .fetch(sums.sum)
                        .prepare()) {
            call.run();
            thenThrownBy(() -> call.read(0, new float[3])).hasMessageContaining("3 values");
        }
    }

    @Test
    void run_afterTheSessionWasClosed_isRefused() {
        GraphSession.Built<Sums> built = sums();
        Sums sums = built.operations();
        try (HostTensor x = HostTensor.of(new float[] {2, 3}, 2);
                PreparedCall call = built.session()
                        .call()
                        .feed(sums.x, x.tensor())
                        .feed(sums.y, x.tensor())
                        .fetch(sums.sum)
                        .prepare()) {
            built.session().close();
            thenThrownBy(call::run).isInstanceOf(IllegalStateException.class);
        }
    }
}
