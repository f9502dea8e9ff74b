package org.sagitta.kalman.batch.lanes;

import java.util.Arrays;
import org.sagitta.kalman.batch.FitStatus;
import org.sagitta.kalman.fit.FilterPrior;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.material.CmsMaterialConstants;
import org.sagitta.kalman.propagation.StepRule;

/**
 * The fit of {@link org.sagitta.kalman.fit.TrackFitter} for the lanes of a group at once: trace the reference track
 * outwards, collect inwards what the hits say about deviations from it, correct, repeat until no lane changes, go to the
 * beam line.
 *
 * <p>What becomes of a lane does not depend on its neighbours: lanes that have arrived take steps of length zero, and
 * those that have settled repeat themselves.
 */
final class GroupFitter {
    private static final int W = Lanes.WIDTH;

    /** Largest rest of a path that is covered without asking for the field [mm], as in the propagator. */
    private static final double SHIFT_LIMIT = 0.2;

    /** Change of an angle [rad] that no linearisation survives; the series of the kernels end there. */
    private static final double LARGEST_TURN = 0.5;

    /** Steps of a leg after which a lane is lost. */
    private static final int MAX_STEPS = 200;

    private final PropagationKernel propagation;
    private final DerivativeKernel derivative;
    private final MatterKernel matter;
    private final InformationKernel information;
    private final EstimateKernel estimate;
    private final FieldKernel field;
    private final double maxPath;
    private final FitSettings settings;
    private final boolean[] arrived = new boolean[W];

    GroupFitter(
            KernelSet kernels, FieldKernel field, CmsMaterialConstants material, StepRule rule, FitSettings settings) {
        this.propagation = kernels.propagation(rule);
        this.derivative = kernels.derivative();
        this.matter = kernels.matter(material);
        this.information = kernels.information();
        this.estimate = kernels.estimate();
        this.field = field;
        this.maxPath = rule.maxPath();
        this.settings = settings;
    }

    /** Fits from the first estimates in the records of the first plane; leaves the estimate there. */
    void fit(TrackGroup group) {
        Arrays.fill(group.estimate, 0);
        for (int iteration = 1; iteration <= settings.maxIterations(); iteration++) {
            repeatEnded(group);
            trace(group);
            collectInwards(group);
            information.solve(group.information, group.estimate);
            if (settle(group, iteration)) {
                break;
            }
        }
        for (int lane = 0; lane < W; lane++) {
            if (group.status[lane] == FitStatus.FITTED && group.iterations[lane] == 0) {
                group.status[lane] = FitStatus.NO_CONVERGENCE;
            }
        }
    }

    /** The reference track from the estimate on the first plane, with the matter and the Jacobians on its way. */
    private void trace(TrackGroup group) {
        double[] flight = group.flight;
        double[] planes = group.planes;
        start(group);
        for (int k = 1; k < group.depth; k++) {
            derivative.depart(flight);
            matter.cross(flight, planes, k);
            fly(group, k + 1);
            propagation.arrive(flight, planes, k + 1);
            derivative.arrive(flight, planes, k + 1);
        }
    }

    private void start(TrackGroup group) {
        propagation.start(group.flight, group.planes, group.estimate);
        field.bend(group.flight);
        propagation.takeField(group.flight);
    }

    /** Steps to a plane; 0 is the beam line. */
    private void fly(TrackGroup group, int target) {
        double[] flight = group.flight;
        Arrays.fill(arrived, false);
        aim(group, target);
        int steps = 0;
        do {
            divide(group, target);
            propagation.first(flight);
            field.bend(flight);
            propagation.middle(flight);
            field.bend(flight);
            propagation.last(flight);
            aim(group, target);
        } while (!land(group) && ++steps < MAX_STEPS);
        for (int lane = 0; lane < W; lane++) {
            if (!arrived[lane]) {
                lose(group, target, lane);
            }
        }
    }

    private void aim(TrackGroup group, int target) {
        if (target == 0) {
            propagation.aimAtBeam(group.flight);
        } else {
            propagation.aim(group.flight, group.planes, target);
        }
    }

    /** Cuts the paths into steps; lanes that are there, or nearly, and those that are lost stay where they are. */
    private void divide(TrackGroup group, int target) {
        double[] f = group.flight;
        for (int lane = 0; lane < W; lane++) {
            double path = f[FlightSlots.PATH + lane];
            double steps = f[FlightSlots.STEPS + lane];
            if (!(Math.abs(path) <= maxPath)) {
                lose(group, target, lane);
                arrived[lane] = true;
            }
            boolean stays = arrived[lane] || Math.abs(path) <= SHIFT_LIMIT;
            f[FlightSlots.STEP + lane] = stays ? 0 : steps <= 1 ? path : path / Math.ceil(steps);
        }
    }

    /** Takes lanes that have come near their target there; true if all have arrived. */
    private boolean land(TrackGroup group) {
        double[] f = group.flight;
        boolean all = true;
        for (int lane = 0; lane < W; lane++) {
            double rest = f[FlightSlots.PATH + lane];
            boolean lands = !arrived[lane] && Math.abs(rest) <= SHIFT_LIMIT;
            f[FlightSlots.REST + lane] = lands ? rest : 0;
            arrived[lane] |= lands;
            all &= arrived[lane];
        }
        propagation.land(f);
        derivative.advance(f);
        return all;
    }

    /** A lane without a path to its target; beyond its last plane that means nothing. */
    private static void lose(TrackGroup group, int target, int lane) {
        if (target <= group.hits[lane] && group.status[lane] == FitStatus.FITTED) {
            boolean stopped = Double.isNaN(group.flight[FlightSlots.Q + lane]);
            group.status[lane] = stopped ? FitStatus.STOPPED : FitStatus.LOST;
        }
    }

    private void collectInwards(TrackGroup group) {
        for (int k = group.depth; k > 0; k--) {
            if (k < group.depth) {
                information.carryInwards(group.planes, k, group.information);
                information.passKicks(group.planes, k, group.information);
            }
            begin(group, k);
            information.addHit(group.planes, k, group.information);
        }
    }

    /** Lanes whose outermost plane this is know next to nothing. */
    private static void begin(TrackGroup group, int k) {
        double[] a = group.information;
        for (int lane = 0; lane < W; lane++) {
            if (group.hits[lane] == k) {
                for (int n = Lanes.START + lane; n < InformationKernel.SIZE; n += W) {
                    a[n] = 0;
                }
                double q = group.planes[TrackGroup.at(k, PlaneSlots.REFERENCE_Q, lane)];
                int diagonal = Lanes.START + InformationKernel.MATRIX + lane;
                a[diagonal] = 1 / FilterPrior.varianceOfU(q);
                a[diagonal + 2 * W] = 1 / FilterPrior.varianceOfV(q);
                a[diagonal + 5 * W] = 1 / FilterPrior.varianceOfAngles(q);
                a[diagonal + 9 * W] = 1 / FilterPrior.varianceOfAngles(q);
                a[diagonal + 14 * W] = 1 / FilterPrior.varianceOfQOverP(q);
            }
        }
    }

    /** Notes which lanes need no further linearisation; true if none does. */
    private boolean settle(TrackGroup group, int iteration) {
        boolean all = true;
        for (int lane = 0; lane < W; lane++) {
            if (group.status[lane] == FitStatus.FITTED && group.iterations[lane] == 0) {
                all &= settle(group, lane, iteration);
            }
        }
        return all;
    }

    /**
     * Lets lanes that have ended begin from the same start once more, with the same result. To be done before an iteration
     * and not after one: after the last one, which a lane that does not settle makes the others reach, nothing would come
     * of the deviations that are taken away.
     */
    private static void repeatEnded(TrackGroup group) {
        for (int lane = 0; lane < W; lane++) {
            if (group.status[lane] != FitStatus.FITTED || group.iterations[lane] > 0) {
                zeroDeviation(group, lane);
            }
        }
    }

    private boolean settle(TrackGroup group, int lane, int iteration) {
        double[] x = group.estimate;
        int at = Lanes.START + lane;
        double byPhi = x[at + 2 * W];
        double byTheta = x[at + 3 * W];
        double byQ = x[at + 4 * W];
        if (!Double.isFinite(x[at] + x[at + W] + byQ)
                || !(Math.max(Math.abs(byPhi), Math.abs(byTheta)) < LARGEST_TURN)) {
            group.status[lane] = FitStatus.NO_CONVERGENCE;
            return true;
        }
        double tx = reference(group, PlaneSlots.REFERENCE_TX, lane);
        double ty = reference(group, PlaneSlots.REFERENCE_TY, lane);
        double cot = reference(group, PlaneSlots.REFERENCE_TZ, lane) / Math.sqrt(tx * tx + ty * ty);
        double q = reference(group, PlaneSlots.REFERENCE_Q, lane);
        if (settings.isSettled(byPhi, byTheta, byQ, cot, q + byQ)) {
            group.iterations[lane] = iteration;
            return true;
        }
        return false;
    }

    /** A quantity of the reference on the first plane. */
    private static double reference(TrackGroup group, int slot, int lane) {
        return group.planes[TrackGroup.at(1, slot, lane)];
    }

    private static void zeroDeviation(TrackGroup group, int lane) {
        for (int n = 0; n < 5; n++) {
            group.estimate[Lanes.START + n * W + lane] = 0;
        }
    }

    /** Carries the estimate from the first plane to the beam line: the flight and the estimate are those there. */
    void toBeamLine(TrackGroup group) {
        start(group);
        derivative.depart(group.flight);
        fly(group, 0);
        derivative.arriveAtBeam(group.flight, group.planes);
        estimate.carry(group.planes, 0, group.estimate);
    }

    /** Carries the estimate from plane {@code k} to the next one outwards, with all hits known on both. */
    void toNextPlane(TrackGroup group, int k) {
        estimate.kick(group.planes, k, group.estimate);
        estimate.carry(group.planes, k, group.estimate);
    }

    /** Writes the estimate on plane {@code k} to a record of a trajectory block. */
    void write(TrackGroup group, int k, double[] records, int at) {
        estimate.write(group.planes, k, group.estimate, records, at);
    }
}
