package org.sagitta.kalman.batch.lanes;

import java.util.Arrays;
import org.sagitta.kalman.batch.FitStatus;
import org.sagitta.kalman.fit.FilterPrior;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.material.CmsMaterialConstants;
import org.sagitta.kalman.propagation.StepRule;

/**
 * The fit of {@link org.sagitta.kalman.fit.TrackFitter} for the lanes of a group at once: trace the reference track
 * outwards, filter the deviations inwards, correct, repeat until no lane changes, go to the beam line.
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
    private final MatterKernel matter;
    private final FilterKernel filter;
    private final SmootherKernel smoother;
    private final FieldKernel field;
    private final StepRule rule;
    private final FitSettings settings;

    GroupFitter(
            KernelSet kernels, FieldKernel field, CmsMaterialConstants material, StepRule rule, FitSettings settings) {
        this.propagation = kernels.propagation();
        this.matter = kernels.matter(material);
        this.filter = kernels.filter();
        this.smoother = kernels.smoother();
        this.field = field;
        this.rule = rule;
        this.settings = settings;
    }

    /** Fits from the first estimates in the records of the first plane; ends at the beam line, record 0. */
    void fit(TrackGroup group) {
        clearDeviation(group);
        for (int iteration = 1; iteration <= settings.maxIterations(); iteration++) {
            trace(group);
            filterInwards(group);
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

    private static void clearDeviation(TrackGroup group) {
        Arrays.fill(group.planes, PlaneSlots.SIZE + PlaneSlots.X, PlaneSlots.SIZE + PlaneSlots.X + 5 * W, 0);
    }

    private void trace(TrackGroup group) {
        double[] flight = group.flight;
        double[] planes = group.planes;
        propagation.start(flight, planes);
        field.bend(flight);
        propagation.takeField(flight);
        for (int k = 1; k < group.depth; k++) {
            propagation.depart(flight, planes, k);
            matter.cross(flight, planes, k);
            fly(group, k + 1);
            propagation.cover(flight);
            propagation.arrive(flight, planes, k + 1);
            propagation.jacobian(flight, planes, k);
            matter.invert(planes, k);
        }
    }

    /** Steps to a plane; 0 is the beam line. */
    private void fly(TrackGroup group, int target) {
        double[] flight = group.flight;
        aim(group, target);
        for (int step = 0; step < MAX_STEPS && divide(group, target); step++) {
            propagation.first(flight);
            field.bend(flight);
            propagation.middle(flight);
            field.bend(flight);
            propagation.last(flight);
            aim(group, target);
        }
    }

    private void aim(TrackGroup group, int target) {
        if (target == 0) {
            propagation.aimAtBeam(group.flight);
        } else {
            propagation.aim(group.flight, group.planes, target);
        }
    }

    /** Cuts the paths into steps; lanes that have arrived stay where they are. False if none has a step to take. */
    private boolean divide(TrackGroup group, int target) {
        double[] f = group.flight;
        boolean far = false;
        for (int lane = 0; lane < W; lane++) {
            double rest = Math.abs(f[FlightSlots.PATH + lane]);
            if (rest > SHIFT_LIMIT && rest <= rule.maxPath()) {
                far = true;
            } else if (!(rest <= SHIFT_LIMIT)) {
                lose(group, target, lane);
            }
        }
        for (int lane = 0; lane < W && far; lane++) {
            double rest = f[FlightSlots.PATH + lane];
            f[FlightSlots.PATH + lane] = step(rest, f[FlightSlots.TURN + lane]);
        }
        return far;
    }

    private double step(double rest, double turn) {
        double length = Math.abs(rest);
        if (!(length > SHIFT_LIMIT && length <= rule.maxPath())) {
            return 0;
        }
        double steps = Math.max(length / rule.maxStep(), length * Math.sqrt(turn) / rule.maxAngle());
        return steps <= 1 ? rest : rest / Math.ceil(steps);
    }

    /** A lane without a path to its target; beyond its last plane that means nothing. */
    private static void lose(TrackGroup group, int target, int lane) {
        if (target <= group.hits[lane] && group.status[lane] == FitStatus.FITTED) {
            boolean stopped = Double.isNaN(group.flight[FlightSlots.Q + lane]);
            group.status[lane] = stopped ? FitStatus.STOPPED : FitStatus.LOST;
        }
    }

    private void filterInwards(TrackGroup group) {
        for (int k = group.depth; k > 0; k--) {
            if (k < group.depth) {
                filter.predict(group.planes, k);
            }
            begin(group, k);
            filter.measureFirst(group.planes, k);
            if (group.hasSecond[k]) {
                filter.measureSecond(group.planes, k);
            }
        }
    }

    /** Lanes whose outermost plane this is know next to nothing. */
    private static void begin(TrackGroup group, int k) {
        double[] planes = group.planes;
        for (int lane = 0; lane < W; lane++) {
            if (group.hits[lane] == k) {
                int at = TrackGroup.at(k, 0, lane);
                for (int n = PlaneSlots.X; n < PlaneSlots.C + 15 * W; n += W) {
                    planes[at + n] = 0;
                }
                planes[at + PlaneSlots.CHI2] = 0;
                double q = planes[at + PlaneSlots.REFERENCE_Q];
                planes[at + PlaneSlots.C] = FilterPrior.varianceOfU(q);
                planes[at + PlaneSlots.C + 2 * W] = FilterPrior.varianceOfV(q);
                planes[at + PlaneSlots.C + 5 * W] = FilterPrior.varianceOfAngles(q);
                planes[at + PlaneSlots.C + 9 * W] = FilterPrior.varianceOfAngles(q);
                planes[at + PlaneSlots.C + 14 * W] = FilterPrior.varianceOfQOverP(q);
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
        for (int lane = 0; lane < W && !all; lane++) {
            if (group.status[lane] != FitStatus.FITTED || group.iterations[lane] > 0) {
                // From the same start once more, with the same result.
                zeroDeviation(group, lane);
            }
        }
        return all;
    }

    private boolean settle(TrackGroup group, int lane, int iteration) {
        double[] p = group.planes;
        int at = TrackGroup.at(1, PlaneSlots.X, lane);
        double byPhi = p[at + 2 * W];
        double byTheta = p[at + 3 * W];
        double byQ = p[at + 4 * W];
        if (!Double.isFinite(p[at] + p[at + W] + byQ)
                || !(Math.max(Math.abs(byPhi), Math.abs(byTheta)) < LARGEST_TURN)) {
            group.status[lane] = FitStatus.NO_CONVERGENCE;
            return true;
        }
        if (settings.isSettled(byPhi, byTheta, byQ, p[TrackGroup.at(1, PlaneSlots.REFERENCE_Q, lane)] + byQ)) {
            group.iterations[lane] = iteration;
            return true;
        }
        return false;
    }

    private static void zeroDeviation(TrackGroup group, int lane) {
        for (int n = 0; n < 5; n++) {
            group.planes[TrackGroup.at(1, PlaneSlots.X + n * W, lane)] = 0;
        }
    }

    /** Carries the estimate of the first plane to the beam line, record 0. */
    void toBeamLine(TrackGroup group) {
        double[] flight = group.flight;
        double[] planes = group.planes;
        propagation.start(flight, planes);
        field.bend(flight);
        propagation.takeField(flight);
        propagation.depart(flight, planes, 1);
        fly(group, 0);
        propagation.cover(flight);
        propagation.jacobianAtBeam(flight, planes);
        filter.predict(planes, 0);
    }

    /** The estimates of all planes from all hits; to be called before {@link #toBeamLine}. */
    void smooth(TrackGroup group) {
        Arrays.fill(group.information, 0);
        for (int k = group.depth; k > 1; k--) {
            forgetBeyond(group, k);
            smoother.addHit(group.planes, k, group.information);
            smoother.carryInwards(group.planes, k - 1, group.information);
        }
        smoother.smoothFirst(group.planes);
        for (int k = 1; k < group.depth; k++) {
            smoother.smoothNext(group.planes, k, group.information);
        }
    }

    /** Lanes whose outermost plane this is know nothing from beyond. */
    private static void forgetBeyond(TrackGroup group, int k) {
        for (int lane = 0; lane < W; lane++) {
            if (group.hits[lane] == k) {
                for (int n = 0; n < 20; n++) {
                    group.information[n * W + lane] = 0;
                }
            }
        }
    }
}
