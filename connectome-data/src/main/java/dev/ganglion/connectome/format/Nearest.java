package dev.ganglion.connectome.format;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The right word nearest to a wrong one. */
public final class Nearest {
    private Nearest() {}

    /** {@code "; did you mean X?"} for the nearest word, or nothing if none is near. */
    public static String hint(String wrong, Collection<String> right) {
        Optional<String> nearest = right.stream()
                .filter(word -> Math.abs(word.length() - wrong.length()) <= most(word))
                .min(Comparator.comparingInt((String word) -> distance(wrong, word))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(wrong, word) <= most(word));
        return nearest.map(word -> "; did you mean '" + word + "'?").orElse("");
    }

    private static int most(String word) {
        return Math.max(1, word.length() / 3);
    }

    /** Letters to insert, delete or replace (Levenshtein 1966), upper and lower case alike. */
    private static int distance(String first, String second) {
        String a = first.toLowerCase(java.util.Locale.ROOT);
        String b = second.toLowerCase(java.util.Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
