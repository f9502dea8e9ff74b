package org.sagitta.data.simulation;

import org.sagitta.data.simulation.ArcStepper.Progress;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.batch.lanes.ArcKernel;
import org.sagitta.kalman.batch.lanes.ArcSlots;
import org.sagitta.kalman.batch.lanes.FieldKernel;
import org.sagitta.kalman.batch.lanes.FlightSlots;
import org.sagitta.kalman.batch.lanes.KernelSet;
import org.sagitta.kalman.batch.lanes.Lanes;

/**
 * Tries the arcs of several muons side by side: what {@link ArcStepper} does for one of them. What it decides, every stepper
 * decides for its own muon; what becomes of a muon does not depend on the others. Owned by one thread.
 */
final class ArcLanes {
    private static final int W = Lanes.WIDTH;

    private final FieldKernel field;
    private final ArcKernel kernel;
    private final double[] arcs = new double[ArcSlots.SIZE];
    private final double[][] points = new double[ArcSlots.POINTS][FlightSlots.SIZE];

    /** @param kernels scalar or vector ones; both give the same bits */
    ArcLanes(MagneticField model, KernelSet kernels) {
        this.field = kernels.field(model);
        this.kernel = kernels.arc();
    }

    /** Puts the place of a muon into a lane. */
    void place(int lane, Flight flight) {
        double[] start = points[ArcSlots.START];
        start[FlightSlots.PLACE_X + lane] = flight.x;
        start[FlightSlots.PLACE_Y + lane] = flight.y;
        start[FlightSlots.PLACE_Z + lane] = flight.z;
    }

    /** Takes the field where the muons are. */
    void takeFieldAtStart() {
        field.bend(points[ArcSlots.START]);
    }

    /** The field [T] where the muon of a lane is. */
    Vec3 fieldAtStart(int lane) {
        double[] start = points[ArcSlots.START];
        double perKappa = 1 / Units.KAPPA;
        return new Vec3(
                perKappa * start[FlightSlots.FIELD_X + lane],
                perKappa * start[FlightSlots.FIELD_Y + lane],
                perKappa * start[FlightSlots.FIELD_Z + lane]);
    }

    /** Puts a muon and the arc that it tries into a lane. */
    void put(int lane, Flight flight, ArcStepper stepper) {
        place(lane, flight);
        arcs[ArcSlots.BENDING + lane] = flight.bending();
        arcs[ArcSlots.ARC_LENGTH + lane] = stepper.length();
        stepper.field().put(arcs, lane);
        int at = ArcSlots.SERIES + lane;
        arcs[at] = flight.x;
        arcs[at + W] = flight.y;
        arcs[at + 2 * W] = flight.z;
        at += ArcSlots.NEXT;
        arcs[at] = flight.tx;
        arcs[at + W] = flight.ty;
        arcs[at + 2 * W] = flight.tz;
    }

    /** Tries the arcs of all lanes. */
    void tryArcs() {
        neglect(ArcStepper.PREDICTION);
        kernel.predict(arcs, points);
        for (double[] point : points) {
            field.bend(point);
        }
        neglect(MotionSeries.NEGLIGIBLE);
        kernel.correct(arcs, points);
    }

    private void neglect(double negligible) {
        for (int lane = 0; lane < W; lane++) {
            arcs[ArcSlots.NEGLIGIBLE + lane] = negligible;
        }
    }

    /** Hands what came of the arc of a lane over to the muon. */
    Progress give(int lane, Flight flight, ArcStepper stepper) {
        stepper.field().take(arcs, lane);
        Progress progress = stepper.tried(flight, Math.sqrt(arcs[ArcSlots.MISS2 + lane]), fieldAtStart(lane));
        if (progress == Progress.READY) {
            stepper.motion().take(arcs, lane);
        }
        return progress;
    }
}
