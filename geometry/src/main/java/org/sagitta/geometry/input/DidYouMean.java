package org.sagitta.geometry.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Names the allowed word that a mistyped one was most likely meant to be. */
public final class DidYouMean {
    /** A word with more than this share of its letters wrong is not taken for a slip. */
    private static final double LARGEST_SLIP = 0.4;

    private DidYouMean() {}

    /**
     * The end of an error message: {@code ", did you mean "word"?"}, or nothing if no word is near. Case does not count;
     * of equally near words the first wins.
     */
    public static String hint(String given, Collection<String> allowed) {
        String low = given.toLowerCase(Locale.ROOT);
        return allowed.stream()
                .min(Comparator.comparingInt(word -> distance(low, word.toLowerCase(Locale.ROOT))))
                .filter(word -> distance(low, word.toLowerCase(Locale.ROOT)) <= LARGEST_SLIP * word.length())
                .map(word -> ", did you mean \"" + word + "\"?")
                .orElse("");
    }

    /** Letters to insert, delete or replace to turn one word into the other (Levenshtein 1966). */
    static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
