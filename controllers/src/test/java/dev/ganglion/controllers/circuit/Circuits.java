package dev.ganglion.controllers.circuit;

import dev.ganglion.connectome.Sign;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.environments.signal.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Circuits for tests. */
public final class Circuits {
    private Circuits() {}

    /** A neuron without place or side, in a class of its own. */
    public static Neuron neuron(String name, NeuronModel model) {
        return new Neuron(name, name, model, Double.NaN, Side.NONE);
    }

    /** A free weight that begins at a value. */
    public static WeightGroup free(String name, double value) {
        return new WeightGroup(name, Sign.UNKNOWN, new InitialValue.Fixed(value), Parametrisation.FREE);
    }

    /**
     * A random circuit without loops that senses and drives a swimmer: sense organs, pacemakers of two periods and
     * tonic drives before neurons with random models, each joined to those before it with random gains and weight
     * groups, some to none.
     *
     * @param models draws a neuron's model
     */
    public static Circuit random(int joints, RandomGenerator random, Function<RandomGenerator, Memoryless> models) {
        List<Neuron> neurons = new ArrayList<>(sources(joints, random));
        List<Synapse> synapses = new ArrayList<>();
        int groups = 1 + random.nextInt(6);
        int sources = neurons.size();
        int units = 3 + random.nextInt(6);
        for (int unit = 0; unit < units; unit++) {
            for (Neuron before : neurons) {
                if (random.nextDouble() < 0.35) {
                    double gain = random.nextBoolean() ? 1 : random.nextDouble(-2, 2) + 0.001;
                    synapses.add(Synapse.chemical(before.name(), "n" + unit, "w" + random.nextInt(groups))
                            .withGain(gain));
                }
            }
            neurons.add(neuron("n" + unit, models.apply(random)));
        }
        List<WeightGroup> used = IntStream.range(0, groups)
                .mapToObj(i -> free("w" + i, random.nextDouble(-1, 1)))
                .filter(group ->
                        synapses.stream().anyMatch(synapse -> synapse.group().equals(group.name())))
                .toList();
        List<Neuron> shuffled = new ArrayList<>(neurons);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        return new Circuit("random", shuffled, synapses, used, outputs(joints, neurons, sources, random));
    }

    /**
     * A random circuit with loops, gap junctions and dynamics that senses and drives a swimmer.
     *
     * @param models draws a neuron's model
     * @param synapses draws a chemical synapse's model
     */
    public static Circuit recurrent(
            int joints,
            RandomGenerator random,
            Function<RandomGenerator, Receiver> models,
            Function<RandomGenerator, SynapseModel> synapses,
            Dynamics dynamics) {
        List<Neuron> neurons = new ArrayList<>(sources(joints, random));
        int sources = neurons.size();
        int units = 4 + random.nextInt(4);
        IntStream.range(0, units).forEach(unit -> neurons.add(neuron("n" + unit, models.apply(random))));
        List<Synapse> joining = new ArrayList<>();
        for (int post = sources; post < neurons.size(); post++) {
            for (int pre = 0; pre < neurons.size(); pre++) {
                if (random.nextDouble() < 0.4) {
                    joining.add(Synapse.chemical(
                                    neurons.get(pre).name(), neurons.get(post).name(), "w" + random.nextInt(4))
                            .withGain(random.nextBoolean() ? 1 : random.nextDouble(-1, 1) + 0.001)
                            .withModel(synapses.apply(random)));
                }
                if (pre < post && random.nextDouble() < 0.2) {
                    joining.add(Synapse.electrical(
                                    neurons.get(pre).name(), neurons.get(post).name(), "g" + random.nextInt(2))
                            .withGain(random.nextDouble(0.5, 1.5)));
                }
            }
        }
        List<WeightGroup> groups = IntStream.range(0, 6)
                .mapToObj(i -> i < 4 ? free("w" + i, random.nextDouble(-1, 1.5)) : conductance("g" + (i - 4), 0.3))
                .filter(group ->
                        joining.stream().anyMatch(synapse -> synapse.group().equals(group.name())))
                .toList();
        Collections.shuffle(joining, new Random(random.nextLong()));
        return new Circuit(
                "recurrent",
                neurons,
                joining,
                groups,
                outputs(joints, neurons, sources, random),
                Optional.of(dynamics));
    }

    /** A conductance of gap junctions that begins at a value. */
    public static WeightGroup conductance(String name, double value) {
        return new WeightGroup(name, Sign.EXCITATORY, new InitialValue.Fixed(value), Parametrisation.EXPONENTIAL);
    }

    private static List<Neuron> sources(int joints, RandomGenerator random) {
        List<Neuron> sources = new ArrayList<>();
        for (int joint = 0; joint < joints; joint++) {
            Transfer transfer = switch (random.nextInt(4)) {
                case 0 -> Transfer.positivePart();
                case 1 -> Transfer.negativePart();
                case 2 -> Transfer.absenceOfCommand();
                default ->
                    new Transfer(Transfer.Scale.UNIT, 0.7, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            };
            sources.add(neuron("s" + joint, new Source.Sensor("joint/" + joint + "/angle", 0, transfer)));
        }
        sources.add(neuron("turning", new Source.Sensor("link/1/velocity", 2, Transfer.command())));
        sources.add(neuron("slow", new Source.Oscillator(10, 2, 7)));
        sources.add(neuron("quick", new Source.Oscillator(4, 1, 2)));
        sources.add(neuron("slow2", new Source.Oscillator(10, 0, 3)));
        sources.add(neuron("tonic", new Source.Constant(0.6)));
        sources.add(neuron("tonic2", new Source.Constant(-1.1)));
        return sources;
    }

    private static List<OutputPort> outputs(int joints, List<Neuron> neurons, int sources, RandomGenerator random) {
        List<OutputPort> outputs = new ArrayList<>();
        for (int joint = joints - 1; joint >= 0; joint--) {
            List<OutputPort.Term> terms = new ArrayList<>();
            for (Neuron neuron : neurons.subList(random.nextInt(sources), neurons.size())) {
                if (random.nextDouble() < 0.3) {
                    terms.add(new OutputPort.Term(neuron.name(), random.nextDouble(-1, 1)));
                }
            }
            outputs.add(new OutputPort("joint/" + joint + "/torque", 0, terms));
        }
        return outputs;
    }
}
