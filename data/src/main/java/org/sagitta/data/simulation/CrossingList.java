package org.sagitta.data.simulation;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.geometry.material.MaterialSlab;

/** Keeps all that one muon crosses. Mutable. */
final class CrossingList implements CrossingLog {
    private final List<SimulatedCrossing> sensors = new ArrayList<>();
    private final List<MatterCrossing> surfaces = new ArrayList<>();

    @Override
    public void crossed(int sensor, double u, double v, Flight flight) {
        sensors.add(new SimulatedCrossing(sensor, flight.path, u, v, flight.momentumVector()));
    }

    @Override
    public void passed(MaterialSlab slab, double cosine, Flight flight) {
        surfaces.add(new MatterCrossing(flight.path, flight.position(), flight.momentumVector(), slab, cosine));
    }

    List<SimulatedCrossing> sensors() {
        return sensors;
    }

    List<MatterCrossing> surfaces() {
        return surfaces;
    }
}
