package org.sagitta.calibration.robust;

/** Every event counts in full: psi(u) = u. */
public enum LeastSquares implements Loss {
    /** The only one. */
    INSTANCE;

    @Override
    public double rho(double u) {
        return 0.5 * u * u;
    }

    @Override
    public double psi(double u) {
        return u;
    }

    @Override
    public double weight(double u) {
        return 1;
    }

    @Override
    public double slope(double u) {
        return 1;
    }
}
