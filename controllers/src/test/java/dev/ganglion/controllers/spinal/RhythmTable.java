package dev.ganglion.controllers.spinal;

import dev.ganglion.environments.random.RandomStreams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Prints which rhythms the circuit settles into without senses, and from how many of 1000 starts, as Markdown; no part of the build. */
class RhythmTable {
    private static final int STARTS = 1000;
    private static final int STEPS = 1500;

    @Test
    void print() {
        System.out.println("| command | period | fore flexor active | phases after fore left | starts |");
        for (double command : List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)) {
            Map<String, Integer> found = new LinkedHashMap<>();
            for (int seed = 0; seed < STARTS; seed++) {
                found.merge(row(command, seed), 1, Integer::sum);
            }
            found.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .limit(3)
                    .forEach(entry -> System.out.printf(
                            Locale.ROOT,
                            "| %.1f | %s | %.1f %% |%n",
                            command,
                            entry.getKey(),
                            100.0 * entry.getValue() / STARTS));
        }
    }

    private static String row(double command, int seed) {
        RhythmReference reference =
                new RhythmReference(command, RhythmReference.start(RandomStreams.named(seed, "start")));
        List<boolean[]> bursts = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            bursts.add(reference.step());
        }
        Optional<Rhythm> rhythm = Rhythm.of(bursts);
        return rhythm.map(one -> String.format(
                        Locale.ROOT,
                        "%.2f s | %.2f | %s",
                        one.periodSeconds(),
                        one.foreDuty(),
                        one.phases().stream()
                                .map(phase -> String.format(Locale.ROOT, "%.1f", Math.round(phase * 10) % 10 / 10.0))
                                .reduce((some, next) -> some + ", " + next)
                                .orElse("")))
                .orElse("– | – | silent");
    }
}
