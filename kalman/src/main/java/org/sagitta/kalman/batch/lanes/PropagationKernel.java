package org.sagitta.kalman.batch.lanes;

/**
 * One step of {@link org.sagitta.kalman.propagation.RungeKuttaNystromStepper} for a group of lanes, in parts between which
 * the field is asked for at PLACE and given as FIELD, and the arrival of {@link org.sagitta.kalman.propagation.Propagator} at
 * a plane. Arrays are laid out as {@link FlightSlots} and {@link PlaneSlots} say.
 */
public interface PropagationKernel {
    /** Adds a deviation of the first plane, record 1, to its reference and starts there; asks for the field. */
    void start(double[] flight, double[] planes, double[] estimate);

    /** Takes the field that was asked for as the bend at the position. */
    void takeField(double[] flight);

    /** Path to a plane along the cubic x + s T + s^2/2 k + s^3/6 k', to PATH, and the STEPS it takes. */
    void aim(double[] flight, double[] planes, int plane);

    /** The same to the closest approach to the beam line. */
    void aimAtBeam(double[] flight);

    /** First stage of a step of length STEP; asks for the field at its middle. */
    void first(double[] flight);

    /** Second and third stage; asks for the field at the end. */
    void middle(double[] flight);

    /** Fourth stage and the track at the end of the step. */
    void last(double[] flight);

    /** Covers REST, so short that the field does not change. */
    void land(double[] flight);

    /** Stores the track as it arrives at a plane. */
    void arrive(double[] flight, double[] planes, int plane);
}
