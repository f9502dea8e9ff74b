package org.sagitta.kalman.state;

/**
 * The track parameters on a plane, and the only place where their order is decided. At the beam line the first two are
 * the transverse and longitudinal impact parameters d0 and z0.
 */
public enum Param {
    /** Local u [mm]; at the beam line d0. */
    LOC_U(0),
    /** Local v [mm]; at the beam line z0. */
    LOC_V(1),
    /** Azimuth of the direction of flight, global frame [rad]. */
    PHI(2),
    /** Polar angle of the direction of flight, global frame [rad]. */
    THETA(3),
    /** Charge over momentum [1/GeV]. */
    Q_OVER_P(4);

    /** Number of parameters. */
    public static final int SIZE = 5;

    private final int index;

    Param(int index) {
        this.index = index;
    }

    /** Place in vectors and matrices, from 0. */
    public int index() {
        return index;
    }
}
