package org.sagitta.data.io.events;

import org.sagitta.geometry.input.BadInputException;

/**
 * The words of a line one after the other, separated by blanks; says of every word that is missing or wrong what it should
 * be. For one thread.
 */
public final class WordCursor {
    private static final int LONGEST_SHOWN = 40;

    private final LineReader lines;
    private final String text;
    private int at;

    /** @param lines has just read the line, and names it in messages */
    public WordCursor(LineReader lines, String text) {
        this.lines = lines;
        this.text = text;
    }

    /** Whether another word follows. */
    public boolean hasNext() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    /**
     * The next word.
     *
     * @param what it is, for the message
     * @throws BadInputException (data) if the line ends before
     */
    public String word(String what) {
        if (!hasNext()) {
            throw lines.bad("ends before " + what);
        }
        int start = at;
        while (at < text.length() && !isBlank(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** The next word as a whole number. */
    public int whole(String what) {
        long value = longWhole(what);
        if (value != (int) value) {
            throw lines.bad(what + " is " + value + ", must be a whole number of 32 bits");
        }
        return (int) value;
    }

    /** The next word as a whole number of 64 bits. */
    public long longWhole(String what) {
        String word = word(what);
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw lines.bad(what + " is '" + shown(word) + "', must be a whole number");
        }
    }

    /** The next word as a finite number; the exponent may be written with D, as Fortran does. */
    public double real(String what) {
        String word = word(what);
        return real(word, what);
    }

    /** A word of this line as a finite number. */
    public double real(String word, String what) {
        double value = Double.NaN;
        if (isDecimal(word)) {
            try {
                value = Double.parseDouble(word.indexOf('D') < 0 ? word : word.replace('D', 'E'));
            } catch (NumberFormatException e) {
                throw wrong(word, what);
            }
        }
        if (!Double.isFinite(value)) {
            throw wrong(word, what);
        }
        return value;
    }

    /** What follows the words read so far. */
    public String rest() {
        return text.substring(at);
    }

    /** A piece of a file as a message can show it: short and printable. */
    public static String shown(String word) {
        String plain = word.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN) + "...";
    }

    private BadInputException wrong(String word, String what) {
        return lines.bad(what + " is '" + shown(word) + "', must be a finite number");
    }

    private static boolean isDecimal(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!(c >= '0' && c <= '9') && "+-.eED".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
