package dev.ganglion.controllers.spinal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a rhythm of four limbs looks like once it has settled.
 *
 * @param periodSeconds time from burst to burst of the fore left flexor
 * @param foreDuty share of the time in which the fore left flexor is active
 * @param phases of fore right, hind left and hind right after fore left, as shares of the period in [0, 1)
 */
record Rhythm(double periodSeconds, double foreDuty, List<Double> phases) {
    private static final double STEP = 0.03;

    /**
     * The rhythm of a recording, of which the first third is left out; empty if the fore left flexor does not burst.
     *
     * @param active {@code [step][limb]}
     */
    static Optional<Rhythm> of(List<boolean[]> active) {
        int first = active.size() / 3;
        List<Integer> own = beginnings(active, 0, first);
        if (own.size() < 3) {
            return Optional.empty();
        }
        int cycles = own.size() - 1;
        double length = (own.get(cycles) - own.get(0)) / (double) cycles;
        long burst = active.subList(own.get(0), own.get(cycles)).stream()
                .filter(step -> step[0])
                .count();
        List<Double> phases = new ArrayList<>();
        for (int limb = 1; limb < 4; limb++) {
            phases.add(phase(own, beginnings(active, limb, first)));
        }
        return Optional.of(new Rhythm(length * STEP, burst / (cycles * length), phases));
    }

    private static List<Integer> beginnings(List<boolean[]> active, int limb, int first) {
        List<Integer> beginnings = new ArrayList<>();
        for (int step = first + 1; step < active.size(); step++) {
            if (active.get(step)[limb] && !active.get(step - 1)[limb]) {
                beginnings.add(step);
            }
        }
        return beginnings;
    }

    /** Mean direction of the first beginnings after each of the limb's own. */
    private static double phase(List<Integer> own, List<Integer> others) {
        double x = 0;
        double y = 0;
        for (int i = 0; i + 1 < own.size(); i++) {
            int from = own.get(i);
            int length = own.get(i + 1) - from;
            Optional<Integer> next =
                    others.stream().filter(step -> step >= from).findFirst();
            if (next.isPresent()) {
                double turn = 2 * Math.PI * (next.get() - from) / length;
                x += Math.cos(turn);
                y += Math.sin(turn);
            }
        }
        double phase = Math.atan2(y, x) / (2 * Math.PI);
        return phase - Math.floor(phase);
    }

    /** Whether period and duty are within 0.02 of others, and all phases within a distance of theirs. */
    boolean isLike(double period, double duty, List<Double> otherPhases, double distance) {
        for (int i = 0; i < phases.size(); i++) {
            double apart = Math.abs(phases.get(i) - otherPhases.get(i));
            if (Math.min(apart, 1 - apart) > distance) {
                return false;
            }
        }
        return Math.abs(periodSeconds - period) < 0.02 && Math.abs(foreDuty - duty) < 0.02;
    }
}
