package org.sagitta.kalman.fit;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.kalman.fit.FitFailure.Reason;
import org.sagitta.kalman.material.MaterialEffects;
import org.sagitta.kalman.propagation.Lost;
import org.sagitta.kalman.propagation.Propagation;
import org.sagitta.kalman.propagation.Propagator;
import org.sagitta.kalman.propagation.Transported;
import org.sagitta.kalman.state.LocalVector;

/** Traces the reference trajectory through the planes of the hits and linearises it. One instance per thread. */
final class ReferenceTracer {
    private final Propagator propagator;
    private final MaterialEffects material;

    ReferenceTracer(Propagator propagator, MaterialEffects material) {
        this.propagator = propagator;
        this.material = material;
    }

    /**
     * The reference trajectory.
     *
     * @param start parameters on the first plane, before its matter
     * @param sensors those with a hit, from the beam outwards
     */
    Linearisation trace(LocalVector start, List<Sensor> sensors) {
        List<ReferencePlane> planes = new ArrayList<>(sensors.size());
        List<Leg> legs = new ArrayList<>(sensors.size());
        Sensor first = sensors.get(0);
        ReferencePlane inner = ReferencePlane.of(first, start.on(first.plane()));
        planes.add(inner);
        for (int k = 1; k < sensors.size(); k++) {
            Sensor next = sensors.get(k);
            PlaneCrossing crossing = PlaneCrossing.of(inner, material);
            if (crossing.stopped()) {
                return new FitFailure(
                        Reason.STOPPED,
                        k - 1,
                        "a momentum of " + inner.arriving().p() + " GeV does not get through "
                                + inner.sensor().name());
            }
            Propagation flight =
                    propagator.toPlane(crossing.leaving(), inner.sensor().plane(), next.plane());
            if (flight instanceof Lost lost) {
                return new FitFailure(
                        Reason.LOST, k, lost.reason() + " at " + lost.place() + " mm, on the way to " + next.name());
            }
            Transported transported = (Transported) flight;
            legs.add(crossing.leg(transported.jacobian()));
            inner = ReferencePlane.of(next, transported.state());
            planes.add(inner);
        }
        return new ReferenceTrajectory(planes, legs);
    }
}
