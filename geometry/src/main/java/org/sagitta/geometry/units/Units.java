package org.sagitta.geometry.units;

/**
 * Native units of the whole project: millimetre, GeV, radian, tesla, elementary charge. A number read from outside is
 * multiplied by one of these constants on the way in and divided by it on the way out; nothing else converts.
 */
public final class Units {
    public static final double MM = 1.0;
    public static final double UM = 1.0e-3 * MM;
    public static final double CM = 10.0 * MM;
    public static final double M = 1.0e3 * MM;

    public static final double GEV = 1.0;
    public static final double MEV = 1.0e-3 * GEV;
    public static final double EV = 1.0e-9 * GEV;

    public static final double RAD = 1.0;
    public static final double MRAD = 1.0e-3 * RAD;

    public static final double TESLA = 1.0;

    /**
     * Bending constant kappa = 1e-9 c [GeV / (T mm)], c = 299 792 458 m/s exact: a unit charge of transverse momentum
     * pT turns with the curvature kappa B / pT [1/mm].
     */
    public static final double KAPPA = 0.299792458 * GEV / (TESLA * M);

    /** Muon mass [GeV], PDG 2024. */
    public static final double MUON_MASS = 0.1056583755 * GEV;

    /** Electron mass [GeV], PDG 2024. */
    public static final double ELECTRON_MASS = 0.51099895 * MEV;

    private Units() {}
}
