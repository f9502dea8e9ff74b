package org.sagitta.calibration.target;

import org.sagitta.calibration.dimuon.Dimuon;

/**
 * How the estimated relative mass error of a pair moves when its mass fluctuates, a = d ln(sigma_m / m) / d ln m. Zero if
 * the curvature errors come from multiple scattering (sigma_k ~ k), one if they come from the hits (sigma_k constant).
 * Implementations are immutable.
 */
@FunctionalInterface
public interface MassErrorSlope {

    /** a of a pair, dimensionless. */
    double of(Dimuon pair);
}
