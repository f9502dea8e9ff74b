package org.sagitta.data.io.ig;

/**
 * Event display files write {@code nan}, {@code inf} and {@code -inf} without quotes. In capitals the JSON parser takes
 * them for numbers that are none, which is wanted: whoever needs the number says then what is wrong. The length does not
 * change, so that the places in error messages are those of the file.
 */
final class BareNan {
    private BareNan() {}

    /** Capitalises the words in place, outside of strings. */
    static void capitalise(byte[] json) {
        boolean inString = false;
        for (int i = 0; i < json.length; i++) {
            byte c = json[i];
            if (inString && c == '\\') {
                i++;
            } else if (c == '"') {
                inString = !inString;
            } else if (!inString && (isWord(json, i, "nan") || isWord(json, i, "inf"))) {
                replace(json, i, c == 'n' ? "NaN" : "INF");
            }
        }
    }

    private static boolean isWord(byte[] json, int at, String word) {
        if (at + word.length() > json.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (json[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static void replace(byte[] json, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            json[at + i] = (byte) word.charAt(i);
        }
    }
}
