package org.sagitta.data.scenario;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class Suggestion {
    private Suggestion() {}

    /** The nearest candidate by edit distance, if at most a third of its letters (and at least two) are wrong. */
    static Optional<String> nearest(String word, Collection<String> candidates) {
        Optional<String> best = Optional.empty();
        int smallest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < smallest && distance <= Math.max(2, candidate.length() / 3)) {
                smallest = distance;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    /** Levenshtein distance: insertions, deletions and replacements that turn a into b. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
