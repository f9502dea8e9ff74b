package org.sagitta.validation.pipeline;

/** The pairs that M is calibrated on; A and e are always those of the J/psi. */
public enum MisalignmentSource {
    /** The J/psi, with everything else. */
    JPSI,
    /**
     * J/psi and Z together. Muons of the Z are ten times as straight, so that a charge-odd error of their curvature that the
     * J/psi hardly show stands out.
     */
    JPSI_AND_Z
}
