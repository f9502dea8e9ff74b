package org.sagitta.kalman.batch.lanes;

import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.FitBlock;
import org.sagitta.kalman.batch.FitStatus;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.batch.ReferenceBatchTrackFitter;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.propagation.StepRule;
import org.sagitta.kalman.state.Param;

/**
 * Fits tracks in groups of {@link Lanes#WIDTH} with a set of kernels. Tracks are sorted by their number of hits, so that
 * the lanes of a group end together. What a group cannot do - no ordinary seed, no convergence, a path that is lost - the
 * scalar fit tries again and has the last word on.
 */
public final class LaneBatchTrackFitter implements BatchTrackFitter {
    private static final int W = Lanes.WIDTH;

    private final SensorTable sensors;
    private final LaneSeeder seeder;
    private final GroupFitter fitter;
    private final ReferenceBatchTrackFitter scalar;
    private final TrackGroup group = new TrackGroup();
    private final boolean[] seeded = new boolean[W];
    private final HitOrder order = new HitOrder();

    public LaneBatchTrackFitter(
            Conditions reconstruction, FitSettings settings, CmsMaterialEffects material, KernelSet kernels) {
        FieldKernel field = kernels.field(reconstruction.field());
        this.sensors = new SensorTable(reconstruction.tracker());
        this.seeder = new LaneSeeder(sensors, field);
        this.fitter = new GroupFitter(kernels, field, material.constants(), StepRule.STANDARD, settings);
        this.scalar = new ReferenceBatchTrackFitter(new TrackFitter(reconstruction, settings, material));
    }

    @Override
    public void fit(HitBlock hits, FitBlock results) {
        results.reset(hits.size());
        order.sort(hits);
        int first = 0;
        while (first < hits.size() && hits.hits(order.track(first)) == 0) {
            results.fail(order.track(first++), FitStatus.TOO_FEW_MEASUREMENTS);
        }
        for (int from = first; from < hits.size(); from += W) {
            int count = Math.min(W, hits.size() - from);
            group.load(hits, sensors, order.tracks(), from, count);
            seeder.seed(hits, group, seeded);
            fitter.fit(group);
            fitter.toBeamLine(group);
            for (int lane = 0; lane < count; lane++) {
                store(hits, results, lane);
            }
        }
    }

    private void store(HitBlock hits, FitBlock results, int lane) {
        int track = group.track[lane];
        int measurements = hits.measurements(track);
        if (!seeded[lane] || group.status[lane] != FitStatus.FITTED || measurements < Param.SIZE) {
            scalar.fit(hits, track, results);
            return;
        }
        double[] planes = group.planes;
        double chi2 = planes[TrackGroup.at(1, PlaneSlots.CHI2, lane)];
        results.fitted(track, chi2, measurements - Param.SIZE, group.iterations[lane]);
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
            results.setCovariance(track, n, planes[PlaneSlots.C + n * W + lane]);
        }
    }
}
