package org.sagitta.validation.study;

/** Mass resolution of pairs against the larger |eta| of the two true muons: residuals m / true m - 1 in per cent. */
public final class DimuonResolutionStudy {
    private static final double PER_CENT = 0.01;

    private final EtaResiduals residuals = new EtaResiduals();

    /**
     * Adds a pair.
     *
     * @param absEta larger |eta| of the true muons
     * @param mass fitted [GeV]
     * @param trueMass of the muons after radiation [GeV]
     */
    public void add(double absEta, double mass, double trueMass) {
        residuals.add(absEta, (mass / trueMass - 1) / PER_CENT);
    }

    /** Relative resolution [%] of pairs in a range whose ends are multiples of 0.1. */
    public Resolution resolution(double absEtaLow, double absEtaHigh) {
        return Resolution.of(residuals.between(absEtaLow, absEtaHigh));
    }
}
