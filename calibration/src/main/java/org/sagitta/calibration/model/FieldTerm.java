package org.sagitta.calibration.model;

/** Terms of the relative field scale A(eta) = A1 + A2 eta^2, dimensionless. */
public enum FieldTerm {
    /** A1. */
    CONSTANT("A1"),
    /** A2 eta^2. */
    ETA_SQUARED("A2");

    private final String symbol;

    FieldTerm(String symbol) {
        this.symbol = symbol;
    }

    /** Name of the parameter. */
    public String symbol() {
        return symbol;
    }
}
