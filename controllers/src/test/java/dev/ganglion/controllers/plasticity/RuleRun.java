package dev.ganglion.controllers.plasticity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A rule applied to a few synapses step after step, from given activities. */
final class RuleRun {
    private final PlasticityRule rule;
    private final double stepSeconds;
    private final double stepSize;
    private final Map<String, float[]> coefficients = new HashMap<>();
    private float[] initial = {0};

    /** What happens at each synapse in a step. */
    record Moment(float[] pre, float[] post, float[] third) {
        static Moment of(double pre, double post, double third) {
            return new Moment(new float[] {(float) pre}, new float[] {(float) post}, new float[] {(float) third});
        }
    }

    /** F and the memories after a step. */
    record After(float[] learned, List<float[]> memories) {}

    RuleRun(PlasticityRule rule, double stepSeconds, double stepSize) {
        this.rule = rule;
        this.stepSeconds = stepSeconds;
        this.stepSize = stepSize;
    }

    RuleRun with(String coefficient, double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        coefficients.put(coefficient, floats);
        return this;
    }

    RuleRun from(double... weights) {
        initial = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            initial[i] = (float) weights[i];
        }
        return this;
    }

    List<After> run(List<Moment> moments) {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Map<String, Operand<TFloat32>> values = new HashMap<>();
            coefficients.forEach((name, floats) -> values.put(name, tf.constant(floats)));
            RuleGraph rules = new RuleGraph(tf, stepSeconds, stepSize, values);
            Operand<TFloat32> learned = tf.constant(new float[initial.length]);
            List<Operand<TFloat32>> memories = new ArrayList<>();
            rule.memories().forEach(memory -> memories.add(tf.constant(new float[initial.length])));
            List<List<Operand<TFloat32>>> fetched = new ArrayList<>();
            for (Moment moment : moments) {
                PlasticityRule.Change change = rule.step(
                        rules,
                        new PlasticityRule.Locals(
                                tf.constant(moment.pre()),
                                tf.constant(moment.post()),
                                tf.constant(initial),
                                learned,
                                tf.constant(moment.third())),
                        List.copyOf(memories));
                learned = change.learned();
                memories.clear();
                memories.addAll(change.memories());
                List<Operand<TFloat32>> after = new ArrayList<>();
                after.add(learned);
                after.addAll(memories);
                fetched.add(after);
            }
            try (Session session = new Session(graph)) {
                Session.Runner runner = session.runner();
                fetched.forEach(step -> step.forEach(runner::fetch));
                try (Result result = runner.run()) {
                    return read(result, fetched.get(0).size());
                }
            }
        }
    }

    private static List<After> read(Result result, int perStep) {
        List<After> afters = new ArrayList<>();
        for (int at = 0; at < result.size(); at += perStep) {
            List<float[]> tensors = new ArrayList<>();
            for (int i = 0; i < perStep; i++) {
                TFloat32 tensor = (TFloat32) result.get(at + i);
                float[] values = new float[Math.toIntExact(tensor.shape().size())];
                tensor.asRawTensor().data().asFloats().read(values);
                tensors.add(values);
            }
            afters.add(new After(tensors.get(0), List.copyOf(tensors.subList(1, perStep))));
        }
        return afters;
    }
}
