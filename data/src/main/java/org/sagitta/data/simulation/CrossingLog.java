package org.sagitta.data.simulation;

import org.sagitta.geometry.material.MaterialSlab;

/** Takes down all matter that a muon crosses, for those who ask for more than the hits. */
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

    /**
     * One passage through matter beside the sensors.
     *
     * @param slab matter at normal incidence
     * @param cosine of the angle to the normal, at least 0.03
     * @param flight the muon before this matter
     */
    default void passed(MaterialSlab slab, double cosine, Flight flight) {}
}
