package dev.ganglion.environments.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where neurons stand in a heat map: class by class, each from head to tail, so that a wave along the body is a slope in
 * each class. Classes are in the order in which the body has them.
 *
 * @param bands the classes from top to bottom
 * @param height height of all of them, in pixels
 */
record ActivityBands(List<Band> bands, int height) {
    private static final int GAP = 2;
    private static final int TALLEST_ROW = 9;

    /**
     * A class.
     *
     * @param cellClass its name
     * @param neurons indices of its neurons, from head to tail
     * @param top its upper border, in pixels
     * @param height its height, in pixels
     */
    record Band(String cellClass, List<Integer> neurons, int top, int height) {
        /** The neuron at a height below the upper border of the band. */
        int neuronAt(int y) {
            return neurons.get(y * neurons.size() / height);
        }
    }

    /**
     * Neurons of these classes.
     *
     * @param room height in pixels that they are to have if there are few enough; up to twice as many get a pixel each
     */
    static ActivityBands of(List<String> classes, int room) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < classes.size(); i++) {
            members.computeIfAbsent(classes.get(i), any -> new ArrayList<>()).add(i);
        }
        int rows = classes.size();
        double row = rows <= room ? Math.min(TALLEST_ROW, room / rows) : Math.min(1, 2.0 * room / rows);
        List<Band> bands = new ArrayList<>();
        int top = 0;
        for (Map.Entry<String, List<Integer>> entry : members.entrySet()) {
            List<Integer> neurons = List.copyOf(entry.getValue());
            int height = (int) Math.max(1, Math.round(neurons.size() * row));
            bands.add(new Band(entry.getKey(), neurons, top, height));
            top += height + GAP;
        }
        return new ActivityBands(List.copyOf(bands), top - GAP);
    }
}
