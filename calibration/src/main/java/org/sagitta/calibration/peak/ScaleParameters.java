package org.sagitta.calibration.peak;

import org.sagitta.calibration.model.EtaBinning;

/** Which scale a fit determines. */
public enum ScaleParameters {
    /** One relative offset d of the measured mass: peak at m0 (1 + d). For the check of a calibration. */
    MASS_OFFSET,
    /** One curvature correction A for all legs, k' = k (1 + A): peak at m0 (1 + A)^(weight1 + weight2). */
    CURVATURE,
    /** A curvature correction A_i for each |eta| bin of a leg: peak at m0 (1 + A_i)^weight1 (1 + A_j)^weight2. */
    CURVATURE_PER_BIN;

    int count(EtaBinning bins) {
        return this == CURVATURE_PER_BIN ? bins.size() : 1;
    }
}
