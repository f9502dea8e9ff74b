package org.sagitta.kalman.material;

/**
 * The effect of one crossing of a material plane, for the momentum with which the particle arrives.
 *
 * @param energyLoss mean energy loss [GeV], positive
 * @param energyLossSlope derivative of the mean energy loss with respect to the momentum (dimensionless)
 * @param energyLossVariance variance of the energy loss [GeV^2]
 * @param theta0 standard deviation of the scattering angle projected onto a plane that holds the track [rad]; the two
 *     projections are independent
 */
public record MaterialKick(double energyLoss, double energyLossSlope, double energyLossVariance, double theta0) {
    /** No matter, no effect. */
    public static final MaterialKick NONE = new MaterialKick(0, 0, 0, 0);
}
