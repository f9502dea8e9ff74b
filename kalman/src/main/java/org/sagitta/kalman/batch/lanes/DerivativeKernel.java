package org.sagitta.kalman.batch.lanes;

/**
 * The derivatives of a flight with respect to the parameters at its last plane, and the Jacobian that they give on arrival, for
 * a group of lanes. They turn in the mean bend of a step, which is as good to some 1e-6: what a linearisation needs.
 */
public interface DerivativeKernel {
    /** Derivatives with respect to the direction and q/p at the start of a leg. */
    void depart(double[] flight);

    /** Takes the derivatives over STEP and REST. */
    void advance(double[] flight);

    /** The Jacobian from the plane before to this one, as the transport of the plane before. */
    void arrive(double[] flight, double[] planes, int plane);

    /** The Jacobian from the first plane, record 1, to the beam line, as the transport of record 0. */
    void arriveAtBeam(double[] flight, double[] planes);
}
