package org.sagitta.data.simulation;

/** Takes down every sensor that a muon crosses, for those who ask for more than the hits. */
@FunctionalInterface
interface CrossingLog {
    /** Nobody asks. */
    CrossingLog NONE = (sensor, u, v, flight) -> {};

    /**
     * One crossing.
     *
     * @param sensor index of the sensor
     * @param u true local coordinate [mm]
     * @param v true local coordinate [mm]
     * @param flight the muon before the matter of the sensor
     */
    void crossed(int sensor, double u, double v, Flight flight);
}
