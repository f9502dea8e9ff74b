package org.sagitta.kalman.batch.lanes;

/**
 * The motion of a group of lanes through a field that is a cubic in the path length, as a power series: what {@code
 * data.simulation} does with one muon, for eight. The fit does not use it. Lanes that are not in use may hold anything.
 */
public interface ArcKernel {
    /**
     * Makes the series along the cubic and stores where it leads at all points of the arc but its start.
     *
     * @param arcs see {@link ArcSlots}
     * @param points of each point of the arc the record of {@link FlightSlots} with its place
     */
    void predict(double[] arcs, double[][] points);

    /**
     * Lays the cubic through the fields that were stored for the points, makes the series along it, and stores how far from
     * these points it passes.
     *
     * @param arcs see {@link ArcSlots}
     * @param points as above, with the bend there
     */
    void correct(double[] arcs, double[][] points);
}
