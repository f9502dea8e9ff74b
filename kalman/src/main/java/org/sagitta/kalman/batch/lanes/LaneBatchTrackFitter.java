package org.sagitta.kalman.batch.lanes;

import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.FitBlock;
import org.sagitta.kalman.batch.FitStatus;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.batch.ReferenceBatchTrackFitter;
import org.sagitta.kalman.batch.TrajectoryBlock;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.propagation.StepRule;
import org.sagitta.kalman.state.Param;

/**
 * Fits tracks in groups of {@link Lanes#WIDTH} with a set of kernels. Tracks are sorted by their number of hits, so that
 * the lanes of a group end together. What a group cannot do - no ordinary seed, no convergence, a path that is lost, a
 * track that curls - the scalar fit tries again and has the last word on.
 */
public final class LaneBatchTrackFitter implements BatchTrackFitter {
    private static final int W = Lanes.WIDTH;

    private final SensorTable sensors;
    private final LaneSeeder seeder;
    private final GroupFitter fitter;
    private final ReferenceBatchTrackFitter scalar;
    private final TrackGroup group = new TrackGroup();
    private final boolean[] seeded = new boolean[W];
    private final boolean[] fitted = new boolean[W];
    private final HitOrder order;
    private int leftToScalarFit;

    public LaneBatchTrackFitter(
            Conditions reconstruction, FitSettings settings, CmsMaterialEffects material, KernelSet kernels) {
        this(reconstruction, new SensorTable(reconstruction.tracker()), settings, material, kernels);
    }

    /** @param sensors those of {@code reconstruction} */
    public LaneBatchTrackFitter(
            Conditions reconstruction,
            SensorTable sensors,
            FitSettings settings,
            CmsMaterialEffects material,
            KernelSet kernels) {
        FieldKernel field = kernels.field(reconstruction.field());
        this.sensors = sensors;
        this.order = new HitOrder(sensors);
        this.seeder = new LaneSeeder(sensors, kernels.seed(), field);
        this.fitter = new GroupFitter(kernels, field, material.constants(), StepRule.STANDARD, settings);
        this.scalar = new ReferenceBatchTrackFitter(new TrackFitter(reconstruction, settings, material));
    }

    @Override
    public void fit(HitBlock hits, FitBlock results) {
        results.reset(hits.size());
        leftToScalarFit = 0;
        order.sort(hits);
        for (int from = 0; from < hits.size(); from += W) {
            int count = fitGroup(hits, from);
            fitter.toBeamLine(group);
            for (int lane = 0; lane < count; lane++) {
                if (fitted[lane]) {
                    store(hits, results, lane);
                } else {
                    leftToScalarFit++;
                    scalar.fit(hits, group.track[lane], results);
                }
            }
        }
    }

    @Override
    public void smooth(HitBlock hits, TrajectoryBlock results) {
        results.reset(hits);
        leftToScalarFit = 0;
        order.sort(hits);
        for (int from = 0; from < hits.size(); from += W) {
            int count = fitGroup(hits, from);
            for (int k = 1; k <= group.depth; k++) {
                storePlane(hits, results, k, count);
                if (k < group.depth) {
                    fitter.toNextPlane(group, k);
                }
            }
            for (int lane = 0; lane < count; lane++) {
                int track = group.track[lane];
                if (fitted[lane]) {
                    results.put(track, FitStatus.FITTED, chi2(lane), hits.measurements(track) - Param.SIZE);
                } else {
                    leftToScalarFit++;
                    scalar.smooth(hits, track, results);
                }
            }
        }
    }

    /** Tracks of the last block that were left to the scalar fit. */
    public int leftToScalarFit() {
        return leftToScalarFit;
    }

    /** Fits the next tracks in order; returns how many lanes are theirs. */
    private int fitGroup(HitBlock hits, int from) {
        int count = Math.min(W, hits.size() - from);
        group.load(hits, sensors, order.tracks(), from, count);
        seeder.seed(hits, group, seeded);
        fitter.fit(group);
        for (int lane = 0; lane < count; lane++) {
            fitted[lane] = isFitted(hits, lane);
        }
        return count;
    }

    private boolean isFitted(HitBlock hits, int lane) {
        return seeded[lane]
                && group.status[lane] == FitStatus.FITTED
                && hits.measurements(group.track[lane]) >= Param.SIZE
                && !Curling.isPossible(group, lane);
    }

    private double chi2(int lane) {
        return group.information[Lanes.START + InformationKernel.CHI2 + lane];
    }

    /** Stores the estimates on a plane as states there. */
    private void storePlane(HitBlock hits, TrajectoryBlock results, int k, int count) {
        int record = results.newRecord();
        fitter.write(group, k, results.records(), record);
        for (int lane = 0; lane < count; lane++) {
            if (k <= group.hits[lane] && fitted[lane]) {
                results.putPlace(hits.begin(group.track[lane]) + k - 1, record + lane);
            }
        }
    }

    private void store(HitBlock hits, FitBlock results, int lane) {
        int track = group.track[lane];
        results.fitted(track, chi2(lane), hits.measurements(track) - Param.SIZE, group.iterations[lane]);
        double[] f = group.flight;
        double x = f[FlightSlots.X + lane];
        double y = f[FlightSlots.Y + lane];
        double tx = f[FlightSlots.TX + lane];
        double ty = f[FlightSlots.TY + lane];
        double perp = Math.sqrt(tx * tx + ty * ty);
        results.setParameter(track, 0, (y * tx - x * ty) / perp);
        results.setParameter(track, 1, f[FlightSlots.Z + lane]);
        results.setParameter(track, 2, Math.atan2(ty, tx));
        results.setParameter(track, 3, Math.atan2(perp, f[FlightSlots.TZ + lane]));
        results.setParameter(track, 4, f[FlightSlots.Q + lane]);
        for (int n = 0; n < FitBlock.COVARIANCE; n++) {
            results.setCovariance(track, n, group.estimate[Lanes.START + EstimateKernel.COVARIANCE + n * W + lane]);
        }
    }
}
