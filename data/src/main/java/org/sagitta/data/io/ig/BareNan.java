package org.sagitta.data.io.ig;

/**
 * Event display files write {@code nan}, {@code inf} and their negatives without quotes, which is no JSON. All become NaN,
 * which the parser takes for a number that is none; whoever needs the number says then what is wrong. The length does
 * not change, so that the places in error messages are those of the file.
 */
final class BareNan {
    private static final int LENGTH = 3;

    private BareNan() {}

    /** Replaces the words in place, outside of strings. */
    static void replace(byte[] json) {
        boolean inString = false;
        for (int i = 0; i < json.length; i++) {
            byte c = json[i];
            if (inString && c == '\\') {
                i++;
            } else if (c == '"') {
                inString = !inString;
            } else if (!inString && (isWord(json, i, "nan") || isWord(json, i, "inf"))) {
                write(json, i);
            }
        }
    }

    private static boolean isWord(byte[] json, int at, String word) {
        if (at + LENGTH > json.length) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (json[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static void write(byte[] json, int at) {
        for (int i = 0; i < LENGTH; i++) {
            json[at + i] = (byte) "NaN".charAt(i);
        }
        if (at > 0 && json[at - 1] == '-') {
            json[at - 1] = ' ';
        }
    }
}
