package org.sagitta.calibration.model;

/** Terms of the misalignment M(phi) = M0 + Mc cos(phi) + Ms sin(phi) of one eta bin [1/GeV]. */
public enum MisalignmentTerm {
    /** M0: a rotation of layers or a twist. */
    CONSTANT("M0"),
    /** Mc cos(phi). */
    COSINE("Mc"),
    /** Ms sin(phi). */
    SINE("Ms");

    private final String symbol;

    MisalignmentTerm(String symbol) {
        this.symbol = symbol;
    }

    /** First part of the parameter's name; the number of the bin follows after an underscore. */
    public String symbol() {
        return symbol;
    }
}
