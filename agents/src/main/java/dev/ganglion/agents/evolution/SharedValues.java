package dev.ganglion.agents.evolution;

import dev.ganglion.controllers.ParameterBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the values that are searched over become raw parameters: one for each, or one offset for all that are alike.
 *
 * <p>Alike are values of one block whose names begin alike, as {@code ipsi/MD3} and {@code ipsi/MV1} do, and whose
 * effective values have one sign at the start; those without names are each by themselves. Pre-training of shared values
 * before those of single synapses follows the training in "Biological connectomes as a representation for the
 * architecture of artificial neural networks" (one excitatory and one inhibitory weight); that offsets are shared rather
 * than values, so that like synapses keep their ratios, is ours.
 *
 * @param base raw parameters that offsets are added to; not counted where values are not shared
 * @param offset which offset each parameter takes; empty where values are not shared
 */
record SharedValues(double[] base, int[] offset) {
    /** Every parameter by itself. */
    static SharedValues apart(int size) {
        return new SharedValues(new double[size], new int[0]);
    }

    /** Offsets for all that are alike among parameters that begin at a point. */
    static SharedValues alike(List<? extends ParameterBlock> blocks, double[] base) {
        Map<String, Integer> offsets = new LinkedHashMap<>();
        List<Integer> chosen = new ArrayList<>();
        for (ParameterBlock block : blocks) {
            int from = chosen.size();
            float[] raw = new float[block.size()];
            for (int i = 0; i < raw.length; i++) {
                raw[i] = (float) base[from + i];
            }
            float[] effective = block.effective(raw);
            for (int i = 0; i < raw.length; i++) {
                String kind = block.elements().isEmpty()
                        ? Integer.toString(i)
                        : block.elements().get(i).split("/", 2)[0] + (effective[i] < 0 ? "-" : "+");
                chosen.add(offsets.computeIfAbsent(block.name() + "/" + kind, name -> offsets.size()));
            }
        }
        return new SharedValues(base, chosen.stream().mapToInt(i -> i).toArray());
    }

    /** Whether values are shared. */
    boolean shares() {
        return offset.length > 0;
    }

    /** Number of values that are searched over. */
    int size() {
        int most = -1;
        for (int one : offset) {
            most = Math.max(most, one);
        }
        return shares() ? most + 1 : base.length;
    }

    /** Where a search begins. */
    double[] start(double[] parameters) {
        return shares() ? new double[size()] : parameters.clone();
    }

    /** The raw parameters that searched values stand for. */
    double[] parameters(double[] searched) {
        if (!shares()) {
            return searched;
        }
        double[] parameters = base.clone();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += searched[offset[i]];
        }
        return parameters;
    }
}
