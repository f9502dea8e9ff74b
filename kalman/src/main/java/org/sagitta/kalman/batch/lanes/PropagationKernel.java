package org.sagitta.kalman.batch.lanes;

/**
 * One step of {@link org.sagitta.kalman.propagation.RungeKuttaNystromStepper} for a group of lanes, in parts between which
 * the field is asked for at PLACE and given as FIELD, and the arrival of {@link org.sagitta.kalman.propagation.Propagator} at a plane. Arrays are laid
 * out as {@link FlightSlots} and {@link PlaneSlots} say.
 */
public interface PropagationKernel {
    /** Derivatives at the start of a leg with respect to the parameters on its plane. */
    void depart(double[] flight, double[] planes, int plane);

    /** Path to a plane along the cubic x + s T + s^2/2 k + s^3/6 k', to PATH. */
    void aim(double[] flight, double[] planes, int plane);

    /** First stage of a step of length PATH; asks for the field at its middle. */
    void first(double[] flight);

    /** Second and third stage; asks for the field at the end. */
    void middle(double[] flight);

    /** Fourth stage, the derivatives, and the track at the end of the step. */
    void last(double[] flight);

    /** Covers the rest of the path, PATH, so short that the field does not change. */
    void cover(double[] flight);

    /** Stores the track as it arrives at a plane. */
    void arrive(double[] flight, double[] planes, int plane);

    /** The Jacobian from a plane to the next one, where the flight has arrived, into OUTWARDS of the plane. */
    void jacobian(double[] flight, double[] planes, int plane);

    /** Path to the closest approach to the beam line, to PATH. */
    void aimAtBeam(double[] flight);

    /** The Jacobian from the first plane, record 1, to the beam line, as the transport inwards of record 0. */
    void jacobianAtBeam(double[] flight, double[] planes);

    /** Adds the deviation of the first plane, record 1, to its reference and starts there; asks for the field. */
    void start(double[] flight, double[] planes);

    /** Takes the field that was asked for as the bend at the position. */
    void takeField(double[] flight);
}
