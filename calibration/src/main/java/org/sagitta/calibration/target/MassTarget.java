package org.sagitta.calibration.target;

import org.sagitta.calibration.dimuon.Dimuon;

/**
 * Where the mass peak of pairs like this one lies when the momentum scale is right: after final-state radiation,
 * resolution and selection. Implementations are immutable.
 */
public interface MassTarget {

    /**
     * Expected mass [GeV], positive. It may depend on what a measured pair shows, such as its rapidity and its mass
     * error, but should not depend on the mass that was measured.
     */
    double expectedMass(Dimuon pair);
}
