package org.sagitta.data.simulation;

import java.util.List;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.measurement.Hit;

/**
 * What one muon left in the tracker.
 *
 * @param hits in the order of the path
 * @param crossings every sensor crossed, in the order of the path, those without a hit included
 * @param passages matter crossed beside the sensors, in the order of the path
 * @param end why the muon was followed no further
 * @param path length of the way from the vertex to the end [mm]
 * @param endPosition [mm]
 * @param endMomentum [GeV]
 */
public record SimulatedTrack(
        List<Hit> hits,
        List<SimulatedCrossing> crossings,
        List<MatterCrossing> passages,
        TrackEnd end,
        double path,
        Vec3 endPosition,
        Vec3 endMomentum) {
    public SimulatedTrack {
        hits = List.copyOf(hits);
        crossings = List.copyOf(crossings);
        passages = List.copyOf(passages);
    }
}
