package dev.ganglion.environments.options;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the right word near a misspelt one, by edit distance (Levenshtein 1966). */
public final class Suggestion {
    private Suggestion() {}

    /** The candidate nearest to the word, if one is near enough to be what was meant. */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> isNear(word, candidate))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** Lengths first, since the distance takes time in proportion to their product. */
    private static boolean isNear(String word, String candidate) {
        int most = Math.max(2, candidate.length() / 2);
        return Math.abs(word.length() - candidate.length()) <= most && distance(word, candidate) <= most;
    }

    /** A clause that ends a message: the nearest candidate, or all of them if none is near. */
    public static String clause(String word, Collection<String> candidates) {
        return nearest(word, candidates)
                .map(candidate -> "; did you mean '" + candidate + "'?")
                .orElseGet(() ->
                        candidates.isEmpty() ? "; there are none" : "; there are " + String.join(", ", candidates));
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
