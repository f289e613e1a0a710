package dev.ganglion.connectome.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Neurons of a lane in rows where none touches another, each as near as can be to the place it should have.
 *
 * @param rows how many rows there are, at least 1
 * @param row the row of each neuron, from 0
 * @param x the middle of each neuron
 */
record LaneRows(int rows, int[] row, double[] x) {
    /** A neuron that would have to move further than this makes another row worth while. */
    private static final double FARTHEST_MOVE = 130;

    private static final int MOST_ROWS = 40;
    private static final double SPACE = 3;

    /**
     * Places neurons.
     *
     * @param wanted where the middle of each should be
     * @param halfWidths half the width of each
     * @param left the left end of the rows
     * @param right the right end of the rows
     */
    static LaneRows of(double[] wanted, double[] halfWidths, double left, double right) {
        List<Integer> order = IntStream.range(0, wanted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> wanted[i]))
                .toList();
        LaneRows placed = inRows(1, order, wanted, halfWidths, left, right);
        for (int rows = 2; rows <= MOST_ROWS && placed.farthestMove(wanted) > FARTHEST_MOVE; rows++) {
            placed = inRows(rows, order, wanted, halfWidths, left, right);
        }
        return placed;
    }

    private double farthestMove(double[] wanted) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> Math.abs(x[i] - wanted[i]))
                .max()
                .orElse(0);
    }

    private static LaneRows inRows(
            int rows, List<Integer> order, double[] wanted, double[] halfWidths, double left, double right) {
        int[] row = new int[wanted.length];
        double[] x = new double[wanted.length];
        for (int r = 0; r < rows; r++) {
            List<Integer> members = new ArrayList<>();
            for (int i = r; i < order.size(); i += rows) {
                members.add(order.get(i));
                row[order.get(i)] = r;
            }
            spread(members, wanted, halfWidths, left, right, x);
        }
        return new LaneRows(rows, row, x);
    }

    /**
     * Least squares under the condition that neighbours do not touch: with the widths before each neuron taken off, the
     * places have to rise, which pooling adjacent violators solves (Ayer et al. 1955).
     */
    private static void spread(
            List<Integer> members, double[] wanted, double[] halfWidths, double left, double right, double[] x) {
        double[] offset = new double[members.size()];
        for (int i = 1; i < offset.length; i++) {
            offset[i] = offset[i - 1] + halfWidths[members.get(i - 1)] + halfWidths[members.get(i)] + SPACE;
        }
        double[] level = new double[offset.length];
        int[] size = new int[offset.length];
        int pools = 0;
        for (int i = 0; i < offset.length; i++) {
            level[pools] = wanted[members.get(i)] - offset[i];
            size[pools] = 1;
            pools++;
            while (pools > 1 && level[pools - 2] > level[pools - 1]) {
                int together = size[pools - 2] + size[pools - 1];
                level[pools - 2] = (level[pools - 2] * size[pools - 2] + level[pools - 1] * size[pools - 1]) / together;
                size[pools - 2] = together;
                pools--;
            }
        }
        if (pools == 0) {
            return;
        }
        int last = offset.length - 1;
        double least = left + halfWidths[members.get(0)];
        double most = Math.max(least, right - halfWidths[members.get(last)] - offset[last]);
        for (int pool = 0, i = 0; pool < pools; pool++) {
            for (int end = i + size[pool]; i < end; i++) {
                x[members.get(i)] = Math.max(least, Math.min(most, level[pool])) + offset[i];
            }
        }
    }
}
