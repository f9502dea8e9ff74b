package org.sagitta.kalman.state;

/**
 * Momentum of a track in the parameters that analyses use for muons, with their covariance in the order (q/p, lambda, phi):
 * lambda = pi/2 - theta is the dip angle [rad], phi the azimuth [rad], q/p in 1/GeV.
 *
 * @param covariance index {@link #Q_OVER_P}, {@link #LAMBDA}, {@link #PHI}
 */
public record MomentumState(double qOverP, double lambda, double phi, SymMatrix3 covariance) {
    public static final int Q_OVER_P = 0;
    public static final int LAMBDA = 1;
    public static final int PHI = 2;

    /** The part of a state at the beam line that is about the momentum. */
    public static MomentumState of(PerigeeState state) {
        return of(state.parameters(), state.covariance());
    }

    /** From parameters and covariance in the order of {@link Param}; d(lambda) = -d(theta). */
    public static MomentumState of(LocalVector parameters, SymMatrix5 c) {
        return new MomentumState(
                parameters.qOverP(),
                0.5 * Math.PI - parameters.theta(),
                parameters.phi(),
                SymMatrix3.ofLowerTriangle(
                        c.at(Param.Q_OVER_P, Param.Q_OVER_P),
                        -c.at(Param.THETA, Param.Q_OVER_P),
                        c.at(Param.THETA, Param.THETA),
                        c.at(Param.PHI, Param.Q_OVER_P),
                        -c.at(Param.PHI, Param.THETA),
                        c.at(Param.PHI, Param.PHI)));
    }

    public double theta() {
        return 0.5 * Math.PI - lambda;
    }

    /** Momentum [GeV]. */
    public double p() {
        return 1 / Math.abs(qOverP);
    }

    /** Transverse momentum [GeV]. */
    public double pt() {
        return p() * Math.cos(lambda);
    }
}
