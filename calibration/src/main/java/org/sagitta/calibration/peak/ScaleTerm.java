package org.sagitta.calibration.peak;

/**
 * One parameter of a {@link ScaleModel}: what it multiplies in k'/k = 1 + sum of p b of a leg.
 *
 * @param name "A", "A2", "A_3", "e", "e_1", "M0": bins are counted from 1 at eta = 0
 * @param kind which function of the leg
 * @param low lower end in |eta| of the legs it belongs to
 * @param high upper end, infinite for the outermost bin
 */
record ScaleTerm(String name, Kind kind, double low, double high) {
    /** Functions of a leg. */
    enum Kind {
        /** 1. */
        FIELD,
        /** eta^2. */
        FIELD_ETA_SQUARED,
        /** -k [1/GeV], so that the parameter is in GeV. */
        LOSS,
        /** q / k [GeV], so that the parameter is in 1/GeV. */
        MISALIGNMENT
    }

    /** b of this leg: d(k'/k)/dp. */
    double basis(PeakLeg leg) {
        double absEta = leg.absEta();
        if (absEta < low || absEta >= high) {
            return 0;
        }
        return switch (kind) {
            case FIELD -> 1;
            case FIELD_ETA_SQUARED -> absEta * absEta;
            case LOSS -> -1 / leg.pt();
            case MISALIGNMENT -> leg.charge().sign() * leg.pt();
        };
    }
}
