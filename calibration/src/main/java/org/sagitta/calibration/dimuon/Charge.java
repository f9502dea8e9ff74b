package org.sagitta.calibration.dimuon;

/** Sign of a muon's charge. */
public enum Charge {
    POSITIVE(1),
    NEGATIVE(-1);

    private final int sign;

    Charge(int sign) {
        this.sign = sign;
    }

    /** +1 or -1: q of the formulas. */
    public int sign() {
        return sign;
    }

    /** The other sign. */
    public Charge opposite() {
        return this == POSITIVE ? NEGATIVE : POSITIVE;
    }

    /**
     * The charge of a number in units of the elementary charge.
     *
     * @throws IllegalArgumentException unless it is +1 or -1
     */
    public static Charge of(int q) {
        return switch (q) {
            case 1 -> POSITIVE;
            case -1 -> NEGATIVE;
            default -> throw new IllegalArgumentException("charge is " + q + ", a muon has +1 or -1");
        };
    }
}
