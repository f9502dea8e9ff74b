package org.sagitta.validation.report;

/** Samples as readers know them. */
final class SampleNames {
    private SampleNames() {}

    /** The particle of a sample key, or the key itself where there is none. */
    static String symbol(String key) {
        return switch (key) {
            case "JPSI" -> "J/\u03c8";
            case "UPSILON_1S" -> "\u03a5(1S)";
            default -> key;
        };
    }

    /** The part of a file name, in plain lower case letters and digits. */
    static String fileName(String key) {
        return switch (key) {
            case "JPSI" -> "jpsi";
            case "UPSILON_1S" -> "upsilon-1s";
            case "Z" -> "z";
            default -> throw new IllegalArgumentException("no sample " + key);
        };
    }
}
