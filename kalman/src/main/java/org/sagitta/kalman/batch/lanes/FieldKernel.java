package org.sagitta.kalman.batch.lanes;

/** The magnetic field for a group of lanes. */
public interface FieldKernel {
    /** Stores the bend kappa B [GeV/mm] at PLACE of all lanes as FIELD of {@link FlightSlots}; not a number outside. */
    void bend(double[] flight);
}
