package org.sagitta.data.generation;

/**
 * How the muons of a decay radiate. The share x of m^2 that is lost has P(x below X) = X^beta with beta of
 * {@link FinalStateRadiation#exponent} for {@link #ONE_PHOTON} and {@link #MULTI_PHOTON}, and event by event it is the same
 * share in both: the same chance decides it. Neither knows the matrix element of hard photons, which
 * {@link #MULTI_PHOTON_CORRECTED} approximates.
 */
public enum Radiation {
    /** Bare muons. */
    NONE,
    /** All that is lost goes into one photon, exactly along one of the muons. */
    ONE_PHOTON,
    /** As many photons as soft-photon exponentiation gives, at the angles of an eikonal dipole. */
    MULTI_PHOTON,
    /**
     * As {@link #MULTI_PHOTON}, each photon of share x kept with probability (1 + (1 - x)^2) / 2, which turns the soft
     * spectrum 1/x into the splitting function of a muon (Altarelli, Parisi, Nucl. Phys. B 126 (1977) 298).
     */
    MULTI_PHOTON_CORRECTED
}
