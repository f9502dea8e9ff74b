package org.sagitta.calibration.method;

/** A resonance on which a method calibrates. */
public enum Channel {
    /** J/psi -> mu mu; its natural width does not matter. */
    JPSI("J/psi", 3.0969, 0.001),

    /** Z -> mu mu; Gamma / (2 m) = 2.495 GeV / (2 x 91.188 GeV). */
    Z("Z", 91.188, 0.01368);

    private final String symbol;
    private final double mass;
    private final double relativeWidth;

    Channel(String symbol, double mass, double relativeWidth) {
        this.symbol = symbol;
        this.mass = mass;
        this.relativeWidth = relativeWidth;
    }

    /** Name for people. */
    public String symbol() {
        return symbol;
    }

    /** Mass of the resonance [GeV] (Particle Data Group); for orders of magnitude, targets come from the simulation. */
    public double mass() {
        return mass;
    }

    /**
     * What is added in quadrature to the relative mass error of a pair: half the natural width over the mass, or 0.1 % for
     * a narrow resonance, so that no pair counts too much.
     */
    public double relativeWidth() {
        return relativeWidth;
    }
}
