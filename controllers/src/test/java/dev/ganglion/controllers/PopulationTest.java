package dev.ganglion.controllers;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.parameter.EffectiveParameters;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.random.RandomStreams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Many candidates with parameters of their own in one call, as learners by evolution need them. */
class PopulationTest {
    private static final EnvironmentSpec BODY = SwimmerSpecs.swimmer(4);
    private static final int CANDIDATES = 3;
    private static final int BATCH = 2;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ncap:init=uniform",
                "ncap:sharing=off,init=uniform,weights=straight-through",
                "ncap:speed=on,speed-drive=0.5,turn=on,turn-right=0.3,init=uniform",
                "ncap:oscillator=off,proprioception=off",
                "ncap:neuron=ltc,constants=learned,synapse=stp,init=uniform,inner-steps=2",
                "ncap:neuron=izhikevich,constants=learned,sharing=off,init=uniform,inner-steps=2",
                "ncap:synapse=three-factor,init=uniform,inner-steps=2",
                "mlp:hidden=8x8",
                "plastic:hidden=4x3",
                "plastic:hidden=4,initial=trained,rule=oja,coefficients=shared,biases=on,normalise=layer,clamp=2",
                "plastic:hidden=4,neuron=lif,rule=three-factor,encoder=population,inner-steps=2",
                "plastic:hidden=4,neuron=alif,rule=neuromodulated,encoder=rate,decoder=rate,inner-steps=2",
                "spiking:hidden=4x3,encoder=rate"
            })
    void translate_parametersWithAPopulationAxis_isEachCandidateByItself(String name) {
        Controller controller = Controllers.parse(name).bind(BODY);
        int states = controller.state().size();
        RandomGenerator random = RandomStreams.named(1, name);
        float[][][] observations =
                new float[CANDIDATES][BATCH][BODY.observation().size()];
        float[][][] phases = new float[CANDIDATES][BATCH][states];
        List<RawParameters> raw = new ArrayList<>();
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            for (int row = 0; row < BATCH; row++) {
                for (int i = 0; i < observations[candidate][row].length; i++) {
                    observations[candidate][row][i] = (float) random.nextGaussian();
                }
                for (int i = 0; i < states; i++) {
                    boolean isPhase = controller.state().names().get(i).startsWith("oscillator/");
                    phases[candidate][row][i] = isPhase ? random.nextInt(60) : 0.3f * random.nextFloat();
                }
            }
            raw.add(RawParameters.initial(controller, candidate));
        }

        float[] together = together(controller, observations, phases, raw);

        try (ControllerHarness harness =
                new ControllerHarness(controller, BODY.observation().size())) {
            for (int candidate = 0; candidate < CANDIDATES; candidate++) {
                float[][] alone = harness.run(observations[candidate], phases[candidate], raw.get(candidate))
                        .output();
                for (int row = 0; row < BATCH; row++) {
                    for (int i = 0; i < alone[row].length; i++) {
                        int place = (candidate * BATCH + row) * alone[row].length + i;
                        then(together[place]).isCloseTo(alone[row][i], within(1e-6f));
                    }
                }
            }
        }
    }

    private static float[] together(
            Controller controller, float[][][] observations, float[][][] states, List<RawParameters> raw) {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Map<String, Operand<TFloat32>> values = new LinkedHashMap<>();
            for (ParameterBlock block : controller.parameters()) {
                List<Operand<TFloat32>> candidates = new ArrayList<>();
                for (RawParameters own : raw) {
                    Shape shape = Shape.of(LongStream.concat(
                                    LongStream.of(1), block.shape().stream().mapToLong(Integer::longValue))
                            .toArray());
                    candidates.add(tf.reshape(tf.constant(own.block(block.name())), tf.constant(shape)));
                }
                values.put(block.name(), tf.concat(candidates, tf.constant(0)));
            }
            Controller.Step step = controller.translate(
                    tf,
                    tf.constant(observations),
                    states[0][0].length > 0
                            ? tf.constant(states)
                            : tf.reshape(tf.constant(new float[0]), tf.constant(Shape.of(CANDIDATES, BATCH, 0))),
                    EffectiveParameters.of(tf, controller.parameters(), values, Map.of()));
            try (Session session = new Session(graph);
                    Result result = session.runner().fetch(step.output()).run()) {
                TFloat32 output = (TFloat32) result.get(0);
                then(output.shape()).isEqualTo(Shape.of(CANDIDATES, BATCH, controller.outputs()));
                float[] flat = new float[Math.toIntExact(output.shape().size())];
                output.asRawTensor().data().asFloats().read(flat);
                return flat;
            }
        }
    }
}
