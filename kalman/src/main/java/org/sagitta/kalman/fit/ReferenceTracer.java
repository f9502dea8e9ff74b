package org.sagitta.kalman.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.fit.FitFailure.Reason;
import org.sagitta.kalman.material.MaterialEffects;
import org.sagitta.kalman.propagation.Lost;
import org.sagitta.kalman.propagation.Propagation;
import org.sagitta.kalman.propagation.Propagator;
import org.sagitta.kalman.propagation.Transported;
import org.sagitta.kalman.state.LocalVector;

/** Traces the reference trajectory through the planes of the hits and linearises it. One instance per thread. */
final class ReferenceTracer {
    /**
     * Smallest |cos| of the angle between track and normal, relative to the change of direction since the first plane. A
     * curling track that comes nearer than this to flying along a plane turns back some 40 mm behind it. Scattering
     * decides where, and the place on the plane is no longer linear in it.
     */
    private static final double GRAZING = 0.2;

    private final Propagator propagator;
    private final MaterialEffects material;

    ReferenceTracer(Propagator propagator, MaterialEffects material) {
        this.propagator = propagator;
        this.material = material;
    }

    /**
     * The reference trajectory, as far as it comes.
     *
     * @param start parameters on the first plane, before its matter
     * @param sensors those with a hit, from the beam outwards
     */
    Traced trace(LocalVector start, List<Sensor> sensors) {
        List<ReferencePlane> planes = new ArrayList<>(sensors.size());
        List<Leg> legs = new ArrayList<>(sensors.size());
        Sensor first = sensors.get(0);
        planes.add(ReferencePlane.of(first, start.on(first.plane())));
        Optional<FitFailure> end = Optional.empty();
        for (int k = 1; k < sensors.size() && end.isEmpty(); k++) {
            end = extend(planes, legs, sensors.get(k));
        }
        return new Traced(new ReferenceTrajectory(planes, legs), end);
    }

    /** Continues to the next plane, or says why it cannot. */
    private Optional<FitFailure> extend(List<ReferencePlane> planes, List<Leg> legs, Sensor next) {
        int k = planes.size();
        ReferencePlane inner = planes.get(k - 1);
        PlaneCrossing crossing = PlaneCrossing.of(inner, material);
        if (crossing.stopped()) {
            String what = "a momentum of " + inner.arriving().p() + " GeV does not get through ";
            return failure(Reason.STOPPED, k - 1, what + inner.sensor().name());
        }
        Propagation flight =
                propagator.toPlane(crossing.leaving(), inner.sensor().plane(), next.plane());
        if (flight instanceof Lost lost) {
            Reason reason = lost.reason() == Lost.Reason.NO_CROSSING ? Reason.TURNED_BACK : Reason.LOST;
            return failure(reason, k, lost.reason() + " at " + lost.place() + " mm, on the way to " + next.name());
        }
        Transported transported = (Transported) flight;
        ReferencePlane outer = ReferencePlane.of(next, transported.state());
        if (grazes(outer, planes.get(0))) {
            return failure(Reason.TURNED_BACK, k, "flies along the plane of " + next.name());
        }
        legs.add(crossing.leg(transported.jacobian()));
        planes.add(outer);
        return Optional.empty();
    }

    private static Optional<FitFailure> failure(Reason reason, int hitIndex, String detail) {
        return Optional.of(new FitFailure(reason, hitIndex, detail));
    }

    private static boolean grazes(ReferencePlane plane, ReferencePlane first) {
        Vec3 t = plane.arriving().direction();
        double turned = t.minus(first.arriving().direction()).norm();
        return Math.abs(t.dot(plane.sensor().plane().w())) < GRAZING * turned;
    }
}
