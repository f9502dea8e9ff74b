package org.sagitta.validation.report;

/**
 * The power of ten that makes small values readable: an axis shows the value times 10^exponent.
 *
 * @param exponent 0 where the values are readable as they are
 */
record Magnitude(int exponent) {
    private static final double READABLE = 0.1;
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    /** For values of which this is the largest. */
    static Magnitude of(double largest) {
        boolean readable = !(largest > 0) || largest >= READABLE;
        return new Magnitude(readable ? 0 : (int) -Math.floor(Math.log10(largest)));
    }

    double factor() {
        return Math.pow(10, exponent);
    }

    /** "M0 [1/GeV]" becomes "M0 x 10^5 [1/GeV]", with proper signs. */
    String label(String name) {
        if (exponent == 0) {
            return name;
        }
        StringBuilder power = new StringBuilder(" \u00d7 10");
        for (char digit : Integer.toString(exponent).toCharArray()) {
            power.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        int unit = name.indexOf(" [");
        return unit < 0 ? name + power : name.substring(0, unit) + power + name.substring(unit);
    }
}
